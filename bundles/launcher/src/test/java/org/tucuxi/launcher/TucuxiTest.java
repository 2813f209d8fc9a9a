package org.tucuxi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.tucuxi.UnsatisfiedException;

class TucuxiTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    Path folder;

    @Test
    void aJarWithoutBundlesIsSaid() {
        assertThatThrownBy(() -> Tucuxi.builder().home(new Home(folder)).start())
                .isInstanceOf(UnsatisfiedException.class).hasMessageContaining("No bundles are packed")
                .hasMessageContaining("tucuxi.jar");
    }

    @Test
    void whoWaitsInVainIsToldWhatIsMissing() throws IOException {
        Home home = jar("core/broken.jar", bundle("broken", "org.nowhere"));

        try (Tucuxi tucuxi = Tucuxi.builder().home(home).timeout(SHORT).start()) {
            assertThatThrownBy(tucuxi::session).isInstanceOf(UnsatisfiedException.class)
                    .hasMessageContaining("session default did not come within 50 ms")
                    .hasMessageContaining("bundle broken does not start").hasMessageContaining("org.nowhere")
                    .hasMessageContaining("org.apache.felix.scr");
            assertThatThrownBy(tucuxi::sessionFactory).hasMessageContaining("session factory did not come");
            assertThatThrownBy(() -> tucuxi.session("a*(b")).hasMessageContaining("session a*(b did not come");
        }
    }

    @Test
    void onlyTheBundlesThatAreAskedForAreInstalled() throws IOException {
        Home home = jar("core/one.jar", bundle("one", null), "shell/two.jar", bundle("two", null),
                "deploy/three.jar", bundle("three", null));

        try (Tucuxi tucuxi = Tucuxi.builder().home(home).deploy(folder.resolve("watched")).start()) {
            assertThat(names(tucuxi)).containsExactlyInAnyOrder("org.apache.felix.framework", "one", "three");
            assertThat(folder.resolve("watched")).isDirectory();
            assertThat(tucuxi.bundleContext().getProperty("felix.fileinstall.dir")).endsWith("watched");
        }
    }

    @Test
    void bundlesOfTheProgramAreStartedToo() throws IOException {
        Path mine = Files.write(folder.resolve("mine.jar"), bundle("mine", null));

        try (Tucuxi tucuxi = Tucuxi.builder().home(jar("core/one.jar", bundle("one", null))).bundle(mine)
                .property("my.property", "x").start()) {
            assertThat(tucuxi.bundleContext().getBundles()).allMatch(bundle -> bundle.getState() == Bundle.ACTIVE);
            assertThat(names(tucuxi)).contains("mine");
            assertThat(tucuxi.bundleContext().getProperty("my.property")).isEqualTo("x");
        }
    }

    @Test
    void aCacheKeepsBundlesForTheNextStart() throws IOException {
        Home home = jar("core/one.jar", bundle("one", null));
        Path cache = folder.resolve("cache");

        Tucuxi.builder().home(home).cache(cache).start().close();
        Path kept;
        try (Stream<Path> files = Files.list(cache)) {
            kept = files.collect(Collectors.toList()).get(0);
        }
        var firstTime = Files.getLastModifiedTime(kept);
        Tucuxi.builder().home(home).cache(cache).start().close();

        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(firstTime);
        assertThat(kept.getFileName().toString()).startsWith("one-").endsWith(".jar");
    }

    @Test
    void closingEndsThreadsRemovesFilesAndMayBeRepeated() throws IOException {
        Tucuxi tucuxi = Tucuxi.builder().home(jar("core/one.jar", bundle("one", null))).timeout(SHORT).start();
        Path storage = Path.of(tucuxi.bundleContext().getProperty("org.osgi.framework.storage"));
        assertThat(storage).isDirectory();

        tucuxi.close();
        tucuxi.close();

        assertThat(storage).doesNotExist();
        assertThatThrownBy(tucuxi::session).hasMessageContaining("stopped");
    }

    @Test
    void whatIsNoBundleFailsTheStart() throws IOException {
        Home home = jar("core/one.jar", "no jar at all".getBytes());

        assertThatThrownBy(() -> Tucuxi.builder().home(home).start()).isInstanceOf(UnsatisfiedException.class)
                .hasMessageContaining("cannot start").hasMessageContaining("one.jar");
    }

    private static Set<String> names(Tucuxi tucuxi) {
        return Stream.of(tucuxi.bundleContext().getBundles()).map(Bundle::getSymbolicName).collect(Collectors.toSet());
    }

    /** A jar as the distribution makes it: pairs of a bundle's name and content. */
    private Home jar(Object... bundles) throws IOException {
        Path file = folder.resolve("tucuxi.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Export-Package", "org.tucuxi;version=\"1.0.0\"");
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (int i = 0; i < bundles.length; i += 2) {
                jar.putNextEntry(new JarEntry("bundles/" + bundles[i]));
                jar.write((byte[]) bundles[i + 1]);
                jar.closeEntry();
            }
        }
        return new Home(file);
    }

    private static byte[] bundle(String name, String imported) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
        manifest.getMainAttributes().putValue("Import-Package", imported == null ? "org.tucuxi" : imported);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        return bytes.toByteArray();
    }
}
