package org.tucuxi.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plain Java program with the jar on its class path. */
class PlainProgramIT {

    @TempDir
    Path folder;

    @Test
    void twoLinesGiveASessionAndNothingIsLeftBehind() throws Exception {
        Jar jar = new Jar(folder);
        try (Buckets buckets = new Buckets()) {
            Jar.Ended ended = jar.run("-Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider",
                    "-Dslf4j.internal.verbosity=WARN", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp",
                    Jar.FILE + File.pathSeparator
                            + Path.of("target/test-classes").toAbsolutePath(),
                    "org.tucuxi.distribution.program.PlainProgram", buckets.url());

            assertThat(ended.err()).isEmpty();
            assertThat(ended.out()).contains("the-bucket");
            assertThat(ended.status()).isZero();
        }
        jar.assertNothingIsLeft();
    }
}
