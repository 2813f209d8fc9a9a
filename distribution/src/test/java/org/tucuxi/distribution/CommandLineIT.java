package org.tucuxi.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar tucuxi.jar}, as a user types it. */
class CommandLineIT {

    @TempDir
    Path folder;

    @Test
    void aCommandIsRunAndThePlatformIsWhole() throws Exception {
        Jar jar = new Jar(folder);

        Jar.Ended ended = jar.run("-jar", Jar.FILE.toString(), "-c", "tucuxi:services; tucuxi:missing");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isZero();
        assertThat(ended.out()).containsPattern("s3 +2006-03-01 +ready").containsPattern("sts +2011-06-15 +ready")
                .contains("Nothing is missing.");
        assertThat(folder.resolve("deploy")).isDirectory();
        jar.assertNothingIsLeft();
    }

    @Test
    void aCallGoesOutAndItsResultComesBackAsJson() throws Exception {
        try (Buckets buckets = new Buckets()) {
            Jar.Ended ended = new Jar(folder).run("-jar", Jar.FILE.toString(), "-c",
                    "tucuxi:call -e " + buckets.url() + " s3 ListBuckets '{\"MaxBuckets\": 5}'");

            assertThat(ended.err()).isEmpty();
            assertThat(ended.out()).contains("\"Name\" : \"the-bucket\"");
            assertThat(ended.status()).isZero();
        }
    }

    @Test
    void linesOfTheStandardInputAreRunUntilOneFails() throws Exception {
        Jar.Ended ended = new Jar(folder).type("echo one\n\ntucuxi:call s3 NoSuchThing\necho three\n", "-jar",
                Jar.FILE.toString());

        assertThat(ended.out()).contains("one").doesNotContain("three");
        assertThat(ended.err()).startsWith("AttributeNotFoundException: ").contains("NoSuchThing")
                .doesNotContain("\tat ");
        assertThat(ended.status()).isEqualTo(1);
    }

    @Test
    void aTracedCallShowsItsEventsLive() throws Exception {
        try (Buckets buckets = new Buckets()) {
            Jar.Ended ended = new Jar(folder).run("-jar", Jar.FILE.toString(), "-c", "tucuxi:trace start before-send; "
                    + "tucuxi:call -e " + buckets.url() + " s3 ListBuckets; tucuxi:trace stop");

            assertThat(ended.out()).contains("before-send.s3.ListBuckets  ").doesNotContain("before-call");
        }
    }

    @Test
    void wrongOptionsAreSaid() throws Exception {
        Jar.Ended ended = new Jar(folder).run("-jar", Jar.FILE.toString(), "--what");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("Unknown option --what");
    }

    @Test
    void aStopSignalEndsThePlatformAndRemovesItsFiles() throws Exception {
        Jar jar = new Jar(folder);
        Process process = jar.start(Redirect.DISCARD, folder.resolve("err.txt"), "-jar", Jar.FILE.toString(),
                "--no-shell");
        await(() -> Files.isDirectory(folder.resolve("deploy")) && cacheIsThere());

        process.destroy();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        jar.assertNothingIsLeft();
    }

    @Test
    void anInstallationWithAnArchiveRunsTheSame() throws Exception {
        Jar jar = new Jar(folder);
        Path installation = folder.resolve("an installation");

        Jar.Ended made = jar.run("-jar", Jar.FILE.toString(), "--archive", installation.toString());
        assertThat(made.err()).isEmpty();
        assertThat(made.out()).contains("java @");

        try (Buckets buckets = new Buckets()) {
            Jar.Ended ended = jar.run("-Xshare:on", "@" + installation.resolve("tucuxi.args"), "-c",
                    "tucuxi:missing; tucuxi:call -e " + buckets.url() + " s3 ListBuckets");

            assertThat(ended.err()).isEmpty();
            assertThat(ended.out()).contains("Nothing is missing.", "the-bucket");
        }
        jar.assertNothingIsLeft();
    }

    private boolean cacheIsThere() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("tmp"))) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("tucuxi-"));
        }
    }

    /** A condition that may fail while what it asks about does not exist yet. */
    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
