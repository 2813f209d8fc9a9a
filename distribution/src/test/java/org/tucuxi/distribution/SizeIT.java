package org.tucuxi.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** All that a program carries around for S3. */
class SizeIT {

    private static final long LIMIT = 6_000_000;

    @Test
    void theBundlesForS3StayBelowSixMegabytes() throws IOException {
        long bundles = 0;
        try (JarFile jar = new JarFile(Jar.FILE.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                if (entry.getName().startsWith("bundles/core/") && !entry.isDirectory()) {
                    bundles += entry.getSize();
                }
            }
        }
        System.out.println("Bundles for S3: " + bundles + " bytes; the whole jar: " + Jar.FILE.toFile().length()
                + " bytes");

        assertThat(bundles).isPositive().isLessThan(LIMIT);
        assertThat(Jar.FILE.toFile().length()).isLessThan(LIMIT + 1_000_000);
    }
}
