package org.tucuxi.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.tucuxi.model.LoadedService;
import org.tucuxi.model.ModelCatalog;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.ServiceUnavailableException;
import org.tucuxi.model.UnknownServiceException;

/** Service bundles in a real framework. */
@Timeout(30)
class ServiceBundlesTest {

    private static final String ONE = ModelFolder.model("'One':{}", "");
    private static final String TWO = ModelFolder.model("'Two':{}", "");

    @TempDir
    Path folder;
    private Framework framework;
    private final Problems problems = new Problems();
    private final FakeComponents components = new FakeComponents();
    private ServiceBundles bundles;
    private ModelCatalog catalog;

    @BeforeEach
    void setUp() throws BundleException {
        framework = new FrameworkFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE,
                folder.resolve("storage").toString(), "felix.log.level", "1"));
        framework.start();
        begin(0, 200);
    }

    private void begin(long waitMillis, long drainMillis) {
        bundles = new ServiceBundles(framework.getBundleContext(), problems, drainMillis, waitMillis);
        catalog = new ModelLibrary(problems, bundles).catalog(List.of());
        bundles.open();
        bundles.watch().runtime(components.runtime());
        bundles.watch().emitters(components);
    }

    @AfterEach
    void tearDown() throws Exception {
        bundles.close();
        framework.stop();
        framework.waitForStop(10_000);
    }

    private static InputStream jar(String headers, String model) throws IOException {
        String manifest = "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: org.example.my\n"
                + "Bundle-Version: 1.0.0\n" + headers;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes,
                new Manifest(new ByteArrayInputStream(manifest.getBytes())))) {
            jar.putNextEntry(new JarEntry("models/my/2020-01-01/service-2.json"));
            jar.write(ModelFolder.json(model));
            jar.putNextEntry(new JarEntry("models/my/2020-01-01/endpoint-rule-set-1.json"));
            jar.write(ModelFolder.json("{'rules':[]}"));
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private Bundle install(String name, String headers, String model) throws Exception {
        return framework.getBundleContext().installBundle(name, jar("Tucuxi-Model: models/\n" + headers, model));
    }

    private Bundle start(String headers, String model) throws Exception {
        Bundle bundle = install("my", headers, model);
        bundle.start();
        return bundle;
    }

    @Test
    void findsTheModelsOfABundleThatIsStarted() throws Exception {
        start("", ONE);

        LoadedService service = catalog.service("my", null);

        assertThat(catalog.availableServices("service-2")).containsExactly("my");
        assertThat(service.model().operationNames()).containsExactly("One");
        assertThat(service.endpointRuleSet()).containsKey("rules");
        assertThat(service.source()).isEqualTo("org.example.my/1.0.0");
        assertThat(service.enter()).isTrue();
        service.leave();
    }

    @Test
    void takesABundleWithLazyActivationWithoutLoadingAClass() throws Exception {
        Bundle bundle = install("my", "Bundle-ActivationPolicy: lazy\n", ONE);
        bundle.start(Bundle.START_ACTIVATION_POLICY);

        assertThat(bundle.getState()).isEqualTo(Bundle.STARTING);
        assertThat(catalog.service("my", null).enter()).isTrue();
    }

    @Test
    void saysThatABundleIsNotStarted() throws Exception {
        install("my", "", ONE);

        assertThatThrownBy(() -> catalog.service("my", null)).isInstanceOf(ServiceUnavailableException.class)
                .hasMessageContaining("org.example.my/1.0.0").hasMessageContaining("not started");
        assertThat(catalog.availableServices("service-2")).isEmpty();
        assertThat(catalog.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.types()).containsExactly("endpoint-rule-set-1", "service-2");
            assertThat(entry.unavailable()).contains("not started");
        });
    }

    @Test
    void closesTheServiceWhenTheBundleStopsAndForgetsItWhenItGoes() throws Exception {
        Bundle bundle = start("", ONE);
        LoadedService service = catalog.service("my", null);

        bundle.stop();
        assertThat(service.enter()).isFalse();
        assertThatThrownBy(() -> catalog.service("my", null)).isInstanceOf(ServiceUnavailableException.class);

        bundle.start();
        assertThat(service.enter()).isFalse();
        assertThat(catalog.service("my", null).enter()).isTrue();

        bundle.uninstall();
        assertThatThrownBy(() -> catalog.service("my", null)).isInstanceOf(UnknownServiceException.class);
    }

    @Test
    void givesTheNewModelAfterAnUpdate() throws Exception {
        Bundle bundle = start("", ONE);
        LoadedService old = catalog.service("my", null);

        bundle.update(jar("Tucuxi-Model: models/\n", TWO));

        assertThat(old.enter()).isFalse();
        assertThat(old.model().operation("One")).isNotNull();
        assertThat(catalog.service("my", null).model().operationNames()).containsExactly("Two");
        assertThat(catalog.service("my", null).enter()).isTrue();
    }

    @Test
    void letsTheCallsInsideLeaveBeforeTheBundleStops() throws Exception {
        bundles.close();
        begin(0, 20_000);
        Bundle bundle = start("", ONE);
        LoadedService service = catalog.service("my", null);
        assertThat(service.enter()).isTrue();

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(() -> stop(bundle));
        while (bundle.getState() != Bundle.STOPPING) {
            Thread.onSpinWait();
        }
        assertThat(stopping.isDone()).isFalse();
        service.leave();

        stopping.get(20, TimeUnit.SECONDS);
        assertThat(bundle.getState()).isEqualTo(Bundle.RESOLVED);
    }

    private static void stop(Bundle bundle) {
        try {
            bundle.stop();
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void doesNotWaitForEverWhenACallStopsItsOwnBundle() throws Exception {
        Bundle bundle = start("", ONE);
        LoadedService service = catalog.service("my", null);
        service.enter();

        bundle.stop();
        service.leave();

        assertThat(bundle.getState()).isEqualTo(Bundle.RESOLVED);
    }

    @Test
    void isUnavailableUntilAllHandlersAreBound() throws Exception {
        Bundle bundle = start("Service-Component: OSGI-INF/*.xml\n", ONE);
        assertThatThrownBy(() -> catalog.service("my", null)).isInstanceOf(ServiceUnavailableException.class)
                .hasMessageContaining("have not read the components");
        components.declare(bundle, "org.example.A");
        components.declare(bundle, "org.example.B");
        components.bind(bundle, "org.example.A");

        assertThatThrownBy(() -> catalog.service("my", null)).isInstanceOf(ServiceUnavailableException.class)
                .hasMessageContaining("org.example.B (its references are unsatisfied: clock)");
        assertThat(catalog.entries()).singleElement()
                .satisfies(entry -> assertThat(entry.unavailable()).contains("org.example.B"));
        components.bind(bundle, "org.example.B");

        assertThat(eventually().enter()).isTrue();
    }

    /** The service, as soon as its handlers have settled. */
    private LoadedService eventually() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        for (;;) {
            try {
                return catalog.service("my", null);
            } catch (ServiceUnavailableException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void closesBeforeAHandlerGoesAndOpensWhenItIsBack() throws Exception {
        Bundle bundle = start("Service-Component: OSGI-INF/*.xml\n", ONE);
        components.declare(bundle, "org.example.A");
        Runnable unbind = components.bind(bundle, "org.example.A");
        LoadedService service = eventually();

        unbind.run();
        assertThat(service.enter()).isFalse();
        assertThatThrownBy(() -> catalog.service("my", null)).isInstanceOf(ServiceUnavailableException.class);

        components.bind(bundle, "org.example.A");
        assertThat(eventually()).isSameAs(service);
        assertThat(service.enter()).isTrue();
    }

    @Test
    void holdsTheUnbindingOfAHandlerUntilTheCallsHaveLeft() throws Exception {
        bundles.close();
        begin(0, 20_000);
        Bundle bundle = start("Service-Component: OSGI-INF/*.xml\n", ONE);
        components.declare(bundle, "org.example.A");
        Runnable unbind = components.bind(bundle, "org.example.A");
        LoadedService service = eventually();
        service.enter();

        CompletableFuture<Void> unbinding = CompletableFuture.runAsync(unbind);
        while (service.enter()) {
            service.leave();
        }
        assertThat(unbinding.isDone()).isFalse();
        service.leave();

        unbinding.get(20, TimeUnit.SECONDS);
    }

    @Test
    void waitsAMomentForABundleThatIsJustBeingReplaced() throws Exception {
        bundles.close();
        begin(20_000, 200);
        Bundle bundle = start("", ONE);
        bundle.stop();

        CompletableFuture<LoadedService> asked = new CompletableFuture<>();
        Thread asking = new Thread(() -> asked.complete(catalog.service("my", null)));
        asking.start();
        while (asking.getState() != Thread.State.TIMED_WAITING) {
            assertThat(asking.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        bundle.start();

        assertThat(asked.get(20, TimeUnit.SECONDS).enter()).isTrue();
    }

    @Test
    void isUnavailableWithoutTheEmitterWhenItHasHandlers() throws Exception {
        Bundle bundle = start("Service-Component: OSGI-INF/*.xml\n", ONE);
        components.declare(bundle, "org.example.A");
        components.bind(bundle, "org.example.A");
        LoadedService service = eventually();

        bundles.watch().emittersGone(bundles.roots());

        assertThat(service.enter()).isFalse();
        assertThat(components.listeners()).isZero();
        assertThatThrownBy(() -> catalog.service("my", null)).hasMessageContaining("org.tucuxi.emitter");
    }

    @Test
    void isAvailableAgainWhenTheEmitterIsBack() throws Exception {
        Bundle bundle = start("Service-Component: OSGI-INF/*.xml\n", ONE);
        components.declare(bundle, "org.example.A");
        components.bind(bundle, "org.example.A");
        LoadedService service = eventually();
        bundles.watch().emittersGone(bundles.roots());

        bundles.watch().emitters(components);

        assertThat(eventually()).isSameAs(service);
        assertThat(service.enter()).isTrue();
    }

    @Test
    void doesNotNeedAHandlerThatWasDisabled() throws Exception {
        Bundle bundle = start("Service-Component: OSGI-INF/*.xml\n", ONE);
        components.declare(bundle, "org.example.A");
        components.declare(bundle, "org.example.B");
        components.bind(bundle, "org.example.A");
        Runnable unbind = components.bind(bundle, "org.example.B");
        LoadedService service = eventually();

        components.disable(bundle, "org.example.B");
        unbind.run();

        assertThatThrownBy(() -> catalog.service("my", null)).as("at once: DS itself may be stopping")
                .hasMessageContaining("just being disabled");
        assertThat(eventually()).isSameAs(service);
    }

    @Test
    void staysClosedWhileTheBundleStopsHoweverFewComponentsAreLeft() throws Exception {
        bundles.close();
        begin(0, 20_000);
        Bundle bundle = start("Service-Component: OSGI-INF/*.xml\n", ONE);
        components.declare(bundle, "org.example.A");
        components.bind(bundle, "org.example.A");
        BundleRoot root = bundles.roots().get(0);
        LoadedService service = eventually();
        service.enter();

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(() -> stop(bundle));
        while (bundle.getState() != Bundle.STOPPING) {
            Thread.onSpinWait();
        }
        assertThat(bundles.watch().openWhenComplete(root)).contains("stop");
        while (service.enter()) {
            service.leave();
        }
        service.leave();

        stopping.get(20, TimeUnit.SECONDS);
    }

    @Test
    void prefersTheNewerOfTwoBundlesAndFallsBackWhenItGoes() throws Exception {
        start("", ONE);
        String headers = "Tucuxi-Model: models/\n";
        Bundle newer = framework.getBundleContext().installBundle("newer", jar(headers, TWO, "2.0.0"));
        newer.start();

        assertThat(catalog.service("my", null).model().operationNames()).containsExactly("Two");
        newer.stop();
        assertThat(catalog.service("my", null).model().operationNames()).containsExactly("One");
    }

    private static InputStream jar(String headers, String model, String version) throws IOException {
        byte[] bytes = jar(headers, model).readAllBytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var in = new java.util.jar.JarInputStream(new ByteArrayInputStream(bytes))) {
            Manifest manifest = in.getManifest();
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
                for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                    jar.putNextEntry(new JarEntry(entry.getName()));
                    in.transferTo(jar);
                }
            }
        }
        return new ByteArrayInputStream(out.toByteArray());
    }

    @Test
    void reportsABundleWithoutWhatItsHeaderPromises() throws Exception {
        framework.getBundleContext().installBundle("my", jar("Tucuxi-Model: elsewhere/\n", ONE)).start();

        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.source()).isEqualTo("org.example.my/1.0.0");
            assertThat(problem.message()).contains("elsewhere/");
        });
    }

    @Test
    void reportsABrokenModelOfABundleUntilTheBundleGoes() throws Exception {
        Bundle bundle = start("", "{");

        assertThatThrownBy(() -> catalog.service("my", null)).isInstanceOf(ModelException.class)
                .hasMessageContaining("org.example.my/1.0.0: models/my/2020-01-01/service-2.json, line 1");
        assertThat(problems.list()).hasSize(1);
        bundle.uninstall();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void laysTheExtrasOfTheBundleOverACustomersModel() throws Exception {
        ModelFolder customer = new ModelFolder(folder.resolve("models"));
        customer.write("my/2020-01-01/service-2.json", ModelFolder.model("'Own':{}", ""));
        customer.write("my/2020-01-01/service-2.sdk-extras.json", "{'merge':{'metadata':{'signingName':'own'}}}");
        ModelCatalog both = new ModelLibrary(problems, bundles).catalog(List.of(folder.resolve("models")));
        start("", ONE);

        LoadedService service = both.service("my", null);

        assertThat(service.model().operationNames()).containsExactly("Own");
        assertThat(service.model().signingName()).isEqualTo("own");
        assertThat(service.endpointRuleSet()).as("rules come from where they are").containsKey("rules");
        assertThat(service.enter()).isTrue();
    }
}
