package org.tucuxi.modeltool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The option {@code --smithy} of the command line. */
class SmithyOptionTest {

    @TempDir
    Path temp;
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return Main.run(arguments, new PrintStream(new ByteArrayOutputStream()), new PrintStream(errors));
    }

    private String model() throws Exception {
        Path model = temp.resolve("shelf.smithy");
        try (InputStream in = SmithyOptionTest.class.getResourceAsStream("smithy/shelf.smithy")) {
            Files.copy(in, model);
        }
        return model.toString();
    }

    @Test
    void aModelBecomesABundleLikeAnyOther() throws Exception {
        int status = run("--smithy", model(), "--out", temp.toString());

        assertThat(status).as(errors.toString()).isZero();
        try (JarFile jar = new JarFile(temp.resolve("org.tucuxi.services.shelf-control-0.1.0.jar").toFile())) {
            assertThat(jar.getEntry("models/shelf-control/2020-02-02/service-2.json")).isNotNull();
            assertThat(jar.getEntry("models/shelf-control/2020-02-02/waiters-2.json")).isNotNull();
            assertThat(jar.getManifest().getMainAttributes().getValue("Tucuxi-Model-Source")).isEqualTo("smithy");
        }
    }

    @Test
    void aServiceThatTheModelHasNotIsReported() throws Exception {
        assertThat(run("--smithy", model(), "--service", "other", "--out", temp.toString())).isEqualTo(1);
        assertThat(errors.toString()).contains("other");
    }

    @Test
    void bothSourcesAtOnceAreRefused() throws Exception {
        assertThat(run("--smithy", model(), "--data", temp.toString(), "--out", temp.toString())).isEqualTo(2);
    }

    @Test
    void aMissingModelIsReported() {
        assertThat(run("--smithy", temp.resolve("none.json").toString(), "--out", temp.toString())).isEqualTo(1);
        assertThat(errors.toString()).contains("none.json");
    }
}
