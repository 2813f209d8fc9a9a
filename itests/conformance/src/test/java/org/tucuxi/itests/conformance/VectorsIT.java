package org.tucuxi.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tucuxi.itests.conformance.Result.Outcome;

/** Runs the vectors that {@code -Dvectors} names; without it there is nothing to do. */
class VectorsIT {

    private static final String VECTORS = System.getProperty("vectors", "");
    private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    /** Where Maven is started: a folder's name on its command line is meant from there. */
    private static final Path PROJECT = MODULE.resolve("../..").normalize();

    @Test
    void vectorsPass() {
        if (VECTORS.isEmpty()) {
            System.out.println("No vectors: name their folder with -Dvectors=DIR");
        }
        assumeTrue(!VECTORS.isEmpty(), "-Dvectors=DIR names no folder");
        String data = System.getProperty("botocore.data", "");
        BotocoreData botocore = new BotocoreData(data.isEmpty() ? null : PROJECT.resolve(data),
                MODULE.resolve("target/botocore"));
        RuleSets ruleSets = new RuleSets(PROJECT.resolve("bundles/services"), botocore);

        Report report = Vectors.all(ruleSets).run(PROJECT.resolve(VECTORS));
        report.print(System.out);

        assertThat(report.count(Outcome.FAILED)).as(report.summary()).isZero();
    }
}
