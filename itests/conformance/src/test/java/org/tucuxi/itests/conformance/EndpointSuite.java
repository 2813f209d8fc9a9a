package org.tucuxi.itests.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tucuxi.endpoint.EndpointRules;
import org.tucuxi.endpoints.CompilingEndpointRules;

/** {@code endpoint-rules/SERVICE/endpoint-tests-1.json}: cases for the services' own rule sets. */
final class EndpointSuite implements Suite {

    static final String FOLDER = "endpoint-rules";
    private static final String TESTS = "endpoint-tests-1.json";

    private final EndpointRules rules = new CompilingEndpointRules();
    private final RuleSets ruleSets;

    EndpointSuite(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    @Override
    public String name() {
        return FOLDER;
    }

    @Override
    public boolean accepts(Path folder) {
        return !services(folder).isEmpty();
    }

    /** The folders with tests: below {@code endpoint-rules}, below the folder, or the folder itself. */
    private static List<Path> services(Path folder) {
        List<Path> candidates = new ArrayList<>(List.of(folder));
        candidates.addAll(Folders.in(folder));
        candidates.addAll(Folders.in(folder.resolve(FOLDER)));
        return candidates.stream().filter(candidate -> Files.exists(candidate.resolve(TESTS))).toList();
    }

    @Override
    public List<Result> run(Path folder) {
        List<Result> results = new ArrayList<>();
        for (Path service : services(folder)) {
            String name = Folders.name(service);
            String prefix = FOLDER + "/" + name;
            Map<String, Object> tests = Json.object(service.resolve(TESTS));
            try {
                Map<String, Object> ruleSet = ruleSets.find(name);
                results.addAll(EndpointCases.run(prefix, tests, rules.compile(ruleSet, name)));
            } catch (RuntimeException e) {
                results.addAll(EndpointCases.failed(prefix, tests, "no rules: " + e.getMessage()));
            }
        }
        return results;
    }
}
