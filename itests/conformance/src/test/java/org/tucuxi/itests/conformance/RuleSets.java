package org.tucuxi.itests.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Finds the services' endpoint rule sets. */
final class RuleSets {

    private static final String FILE = "endpoint-rule-set-1.json";

    private final Path serviceBundles;
    private final BotocoreData botocore;

    /**
     * Makes a finder.
     *
     * @param serviceBundles the folder of the service bundles' sources
     * @param botocore where the others are
     */
    RuleSets(Path serviceBundles, BotocoreData botocore) {
        this.serviceBundles = serviceBundles;
        this.botocore = botocore;
    }

    /** The rule set of the newest version of a service that has one. */
    Map<String, Object> find(String service) {
        List<Path> files = new ArrayList<>();
        for (Path bundle : Folders.in(serviceBundles)) {
            files.addAll(inVersions(bundle.resolve("src/main/resources/models").resolve(service)));
        }
        if (files.isEmpty()) {
            files.addAll(inVersions(botocore.folder().resolve(service)));
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("neither a service bundle nor botocore has a rule set of " + service);
        }
        return Json.object(files.get(files.size() - 1));
    }

    private static List<Path> inVersions(Path service) {
        return Folders.in(service).stream()
                .sorted(Comparator.comparing(Folders::name))
                .flatMap(version -> Folders.files(version, FILE).isEmpty()
                        ? Folders.files(version, FILE + ".gz").stream()
                        : Folders.files(version, FILE).stream())
                .toList();
    }
}
