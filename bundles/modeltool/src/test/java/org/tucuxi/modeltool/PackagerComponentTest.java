package org.tucuxi.modeltool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.ServicePackager.Outcome;
import org.tucuxi.model.ServicePackager.ServiceBundle;
import org.tucuxi.model.ServicePackager.Source;

/** Services of botocore's data, installed in a running framework. */
class PackagerComponentTest {

    @TempDir
    Path temp;
    private Framework framework;
    private PackagerComponent packager;
    private BotocoreData data;

    @BeforeEach
    void start() throws IOException, BundleException {
        framework = new FrameworkFactory().newFramework(Map.of("org.osgi.framework.storage",
                temp.resolve("framework").toString(), "felix.log.level", "0"));
        framework.start();
        packager = new PackagerComponent(framework.getBundleContext());
        data = new BotocoreData(temp, "1.43.67");
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }

    private List<String> bundles() {
        BundleContext context = framework.getBundleContext();
        return Arrays.stream(context.getBundles()).filter(bundle -> bundle.getBundleId() > 0)
                .map(bundle -> bundle.getSymbolicName() + ' ' + bundle.getVersion()
                        + (bundle.getState() == Bundle.ACTIVE ? "" : " is not active")).toList();
    }

    private List<Outcome> install(Path from) {
        try (Source source = packager.open(from.toString())) {
            return source.services().stream().map(source::bundle).map(packager::install).toList();
        }
    }

    @Test
    void aFolderBecomesBundlesThatRun() {
        assertThat(install(data.folder)).containsExactly(Outcome.INSTALLED, Outcome.INSTALLED);

        assertThat(bundles()).containsExactly("org.tucuxi.services.one 1.43.67",
                "org.tucuxi.services.two-words 1.43.67");
        Bundle one = framework.getBundleContext().getBundle(1);
        assertThat(one.getHeaders("").get("Tucuxi-Model")).isEqualTo("models/");
        assertThat(one.getEntry("models/one/2020-01-01/service-2.json")).isNotNull();
    }

    @Test
    void aFolderThatHasTheDataFolderWillDo() {
        assertThat(install(data.folder.getParent())).hasSize(2);
        assertThat(install(data.folder.getParent().getParent())).containsExactly(Outcome.UPDATED, Outcome.UPDATED);
        assertThat(bundles()).hasSize(2).allMatch(bundle -> bundle.endsWith(" 1.43.67"));
    }

    @Test
    void aWheelAndAZipAreReadWhereTheyAre() throws IOException {
        Path wheel = data.wheel();
        Path zip = data.zip();

        try (Source source = packager.open(wheel.toUri().toString())) {
            assertThat(source.description()).isEqualTo("botocore 1.43.67");
            assertThat(source.services()).containsExactly("one", "two-words");
            assertThat(packager.install(source.bundle("one"))).isEqualTo(Outcome.INSTALLED);
        }
        assertThat(bundles()).containsExactly("org.tucuxi.services.one 1.43.67");

        try (Source source = packager.open(zip.toString())) {
            assertThat(source.description()).isEqualTo("botocore");
            assertThat(source.bundle("two-words").version()).isEqualTo("0.1.0");
        }
        try (Stream<Path> files = Files.list(temp)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("framework",
                    "botocore-1.43.67");
        }
    }

    @Test
    void aBundleOfTheSameNameIsUpdatedInItsPlace() throws IOException {
        install(data.folder);

        assertThat(install(new BotocoreData(temp, "1.44.0").folder)).containsOnly(Outcome.UPDATED);

        assertThat(bundles()).containsExactly("org.tucuxi.services.one 1.44.0",
                "org.tucuxi.services.two-words 1.44.0");
    }

    @Test
    void aBundleWithComponentsOfItsOwnStays() throws Exception {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "org.tucuxi.services.one");
        headers.putValue("Service-Component", "OSGI-INF/handler.xml");
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        new JarOutputStream(jar, manifest).close();
        framework.getBundleContext().installBundle("mine", new ByteArrayInputStream(jar.toByteArray())).start();

        assertThat(install(data.folder)).containsExactly(Outcome.KEPT, Outcome.INSTALLED);

        assertThat(bundles()).containsExactly("org.tucuxi.services.one 0.0.0",
                "org.tucuxi.services.two-words 1.43.67");
    }

    @Test
    void aBrokenServiceSaysWhereAndHarmsNoOther() throws IOException {
        data.service("broken", "{\"metadata\":\n  7,}");
        data.write("packed/2020-01-01/service-2.json.gz", "no gzip".getBytes(StandardCharsets.UTF_8));
        data.service("bomb", "{\"a\": \"" + " ".repeat(Budget.FILE) + "\"}");

        try (Source source = packager.open(data.wheel().toString())) {
            assertThat(source.services()).contains("broken", "packed", "bomb", "one");
            assertThatThrownBy(() -> source.bundle("broken")).isInstanceOf(ModelException.class)
                    .hasMessageContaining("broken/2020-01-01/service-2").hasMessageContaining("line 2");
            assertThatThrownBy(() -> source.bundle("packed")).isInstanceOf(ModelException.class)
                    .hasMessageContaining("is no gzip file");
            assertThatThrownBy(() -> source.bundle("bomb")).isInstanceOf(ModelException.class)
                    .hasMessageContaining("larger than 64 MiB");
            assertThatThrownBy(() -> source.bundle("../one")).isInstanceOf(ModelException.class)
                    .hasMessageContaining("There is no service ../one");
            assertThat(packager.install(source.bundle("one"))).isEqualTo(Outcome.INSTALLED);
        }
    }

    @Test
    void whatIsReadTogetherIsBounded() throws IOException {
        Budget budget = new Budget(10);

        assertThat(budget.read(new ByteArrayInputStream(new byte[10]), "a")).hasSize(10);
        assertThatThrownBy(() -> budget.read(new ByteArrayInputStream(new byte[1]), "b"))
                .isInstanceOf(PackagingException.class).hasMessageContaining("up to b");
    }

    @Test
    void whatTheFrameworkRefusesIsNotLeftBehind() {
        assertThatThrownBy(() -> packager.install(new ServiceBundle("x", "org.tucuxi.services.x", "1", new byte[0])))
                .isInstanceOf(ModelException.class).hasMessageContaining("The bundle of x cannot be installed: ");

        assertThat(bundles()).isEmpty();
    }

    @Test
    void aSourceThatIsNoneIsSaid() throws IOException {
        Path text = Files.writeString(temp.resolve("text"), "text");

        assertThatThrownBy(() -> packager.open(temp.resolve("none").toString())).isInstanceOf(ModelException.class)
                .hasMessageContaining("There is no folder and no wheel at ");
        assertThatThrownBy(() -> packager.open(text.toString())).isInstanceOf(ModelException.class)
                .hasMessageContaining("is no wheel or zip");
        assertThatThrownBy(() -> packager.open("file:relative")).isInstanceOf(ModelException.class)
                .hasMessageContaining("no path and no file: URL");
    }
}
