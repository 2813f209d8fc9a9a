package org.tucuxi.itests.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tucuxi.endpoint.EndpointRules;
import org.tucuxi.endpoints.CompilingEndpointRules;

/**
 * {@code endpoint-rules/_engine}: rule sets made to test an engine. Those in {@code valid-rules} must compile; the
 * cases of the same name in {@code test-cases} must come out as they say.
 */
final class EngineSuite implements Suite {

    private static final String RULES = "valid-rules";
    private static final String TESTS = "test-cases";

    private final EndpointRules rules = new CompilingEndpointRules();

    @Override
    public String name() {
        return EndpointSuite.FOLDER + "/_engine";
    }

    @Override
    public boolean accepts(Path folder) {
        return engine(folder) != null;
    }

    private static Path engine(Path folder) {
        return Stream.of(folder, folder.resolve("_engine"), folder.resolve(EndpointSuite.FOLDER).resolve("_engine"))
                .filter(candidate -> Files.isDirectory(candidate.resolve(RULES)))
                .findFirst().orElse(null);
    }

    @Override
    public List<Result> run(Path folder) {
        Path engine = engine(folder);
        List<Result> results = new ArrayList<>();
        for (Path file : Folders.files(engine.resolve(RULES), ".json")) {
            Path tests = engine.resolve(TESTS).resolve(Folders.name(file));
            String prefix = name() + "/" + Folders.name(file).replace(".json", "");
            if (Files.exists(tests)) {
                results.addAll(cases(prefix, file, Json.object(tests)));
            } else {
                results.add(Result.of(prefix + " compiles", () -> rules.compile(Json.object(file), prefix)));
            }
        }
        return results;
    }

    private List<Result> cases(String prefix, Path file, Map<String, Object> tests) {
        try {
            return EndpointCases.run(prefix, tests, rules.compile(Json.object(file), prefix));
        } catch (RuntimeException e) {
            return EndpointCases.failed(prefix, tests, "no rules: " + e.getMessage());
        }
    }
}
