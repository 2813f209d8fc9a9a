package org.tucuxi.itests.conformance;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.tucuxi.emitter.EmitterComponent;
import org.tucuxi.event.EmitterFactory;

/**
 * {@code emitter/*.json} and {@code *.json.gz}: scripts of what an emitter is told to do, with what the reference did.
 * The emitter's tests describe the format and record such files.
 */
final class EmitterSuite implements Suite {

    private static final String FOLDER = "emitter";
    private static final int FORMAT = 1;

    @Override
    public String name() {
        return FOLDER;
    }

    @Override
    public boolean accepts(Path folder) {
        return !files(folder).isEmpty();
    }

    private static List<Path> files(Path folder) {
        if (Folders.name(folder).equals(FOLDER)) {
            return scripts(folder);
        }
        return Files.isDirectory(folder.resolve(FOLDER)) ? scripts(folder.resolve(FOLDER)) : List.of();
    }

    private static List<Path> scripts(Path folder) {
        return Stream.of(".json", ".json.gz")
                .flatMap(ending -> Folders.files(folder, ending).stream())
                .sorted().toList();
    }

    @Override
    public List<Result> run(Path folder) {
        List<Result> results = new ArrayList<>();
        for (Path file : files(folder)) {
            String prefix = FOLDER + "/" + Folders.name(file);
            Map<String, Object> document = Json.object(file);
            if (!Integer.valueOf(FORMAT).equals(document.get("format"))) {
                results.add(Result.failed(prefix, "wants format " + FORMAT + ", not " + document.get("format")));
                continue;
            }
            List<String> strings = Json.texts(document, "strings");
            int number = 0;
            for (Map<String, Object> script : Json.members(document, "scripts")) {
                results.add(Result.of(prefix + "#" + number++,
                        () -> new EmitterScript(strings, factory()).run(script)));
            }
        }
        return results;
    }

    /** The emitter asks its framework for nothing but properties. */
    private static EmitterFactory factory() {
        return new EmitterComponent((BundleContext) Proxy.newProxyInstance(EmitterSuite.class.getClassLoader(),
                new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> null));
    }
}
