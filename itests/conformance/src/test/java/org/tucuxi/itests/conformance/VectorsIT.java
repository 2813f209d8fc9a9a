package org.tucuxi.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tucuxi.itests.conformance.Result.Outcome;

/** Runs the vectors that {@code -Dvectors} names; without it there is nothing to do. */
class VectorsIT {

    private static final String VECTORS = System.getProperty("vectors", "");

    @Test
    void vectorsPass() {
        if (VECTORS.isEmpty()) {
            System.out.println("No vectors: name their folder with -Dvectors=DIR");
        }
        assumeTrue(!VECTORS.isEmpty(), "-Dvectors=DIR names no folder");
        Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        BotocoreData botocore = new BotocoreData(System.getProperty("botocore.data"), module.resolve("target/botocore"));
        RuleSets ruleSets = new RuleSets(module.resolve("../../bundles/services").normalize(), botocore);

        Report report = Vectors.all(ruleSets).run(Path.of(VECTORS));
        report.print(System.out);

        assertThat(report.count(Outcome.FAILED)).as(report.summary()).isZero();
    }
}
