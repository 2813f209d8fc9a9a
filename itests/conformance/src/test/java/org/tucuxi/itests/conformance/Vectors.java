package org.tucuxi.itests.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a folder of vectors through the suites that know them. */
final class Vectors {

    private final List<Suite> suites;

    Vectors(List<Suite> suites) {
        this.suites = List.copyOf(suites);
    }

    /** All suites. */
    static Vectors all(RuleSets ruleSets) {
        return new Vectors(List.of(new EngineSuite(), new EndpointSuite(ruleSets), new SigV4Suite(),
                new ProtocolSuite(), new EmitterSuite()));
    }

    /** A folder in which no suite finds anything is a mistake of the caller, and so a failure. */
    Report run(Path folder) {
        List<Result> results = new ArrayList<>();
        for (Suite suite : suites) {
            if (suite.accepts(folder)) {
                results.addAll(suite.run(folder));
            }
        }
        if (results.isEmpty()) {
            results.add(Result.failed("vectors", "nothing in " + folder + " is a test vector that the suites "
                    + suites.stream().map(Suite::name).toList() + " know"));
        }
        return new Report(List.copyOf(results));
    }
}
