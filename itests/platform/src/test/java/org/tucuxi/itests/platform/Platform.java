package org.tucuxi.itests.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.tucuxi.SessionFactory;

/** The framework that all tests share: the core, the credential providers, the services that they call, and S3. */
final class Platform {

    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static Platform shared;

    private final Framework framework;

    private Platform(Framework framework) {
        this.framework = framework;
    }

    static synchronized Platform shared() {
        if (shared == null) {
            try {
                shared = start();
            } catch (Exception e) {
                throw new IllegalStateException("The framework does not start", e);
            }
        }
        return shared;
    }

    /** Stops the shared framework, if it was started. */
    static synchronized void stop() throws Exception {
        if (shared != null) {
            shared.framework.stop();
            shared.framework.waitForStop(PATIENCE_NANOS / 1_000_000);
            shared = null;
        }
    }

    private static Platform start() throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, Path.of(target(), "felix-cache").toString());
        settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, String.join(",",
                exports("org.tucuxi.api"), exports("org.tucuxi.testing"), exports("slf4j.api"), exports("org.osgi.service.cm")));
        Framework framework = ServiceLoader.load(FrameworkFactory.class).iterator().next().newFramework(settings);
        framework.start();
        List<Bundle> installed = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("tucuxi.itest.bundles")))) {
            for (Path file : files.sorted().toList()) {
                installed.add(framework.getBundleContext().installBundle(file.toUri().toString()));
            }
        }
        for (Bundle bundle : installed) {
            startBundle(bundle);
        }
        Platform platform = new Platform(framework);
        await("the platform is complete", () -> platform.find(SessionFactory.class) != null
                && platform.factory().missing().isEmpty());
        return platform;
    }

    private static void startBundle(Bundle bundle) throws BundleException {
        if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
            bundle.start();
        }
    }

    /** What a bundle on the class path exports, for the system bundle to hand out. */
    private static String exports(String symbolicName) throws IOException {
        Enumeration<URL> manifests = Platform.class.getClassLoader().getResources("META-INF/MANIFEST.MF");
        while (manifests.hasMoreElements()) {
            try (InputStream in = manifests.nextElement().openStream()) {
                var attributes = new Manifest(in).getMainAttributes();
                String name = attributes.getValue(Constants.BUNDLE_SYMBOLICNAME);
                if (name != null && name.split(";")[0].equals(symbolicName)) {
                    return attributes.getValue(Constants.EXPORT_PACKAGE);
                }
            }
        }
        throw new IllegalStateException(symbolicName + " is not on the class path");
    }

    static String target() {
        return System.getProperty("tucuxi.itest.target");
    }

    /** The models that belong to these tests. */
    static Path models() {
        try {
            return Path.of(Platform.class.getResource("/models").toURI());
        } catch (java.net.URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    SessionFactory factory() {
        return find(SessionFactory.class);
    }

    /** A service, or null. */
    <T> T find(Class<T> type) {
        ServiceReference<T> reference = context().getServiceReference(type);
        return reference == null ? null : context().getService(reference);
    }

    /** Waits for a condition, never for a time. */
    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited in vain: " + what);
            }
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
    }
}
