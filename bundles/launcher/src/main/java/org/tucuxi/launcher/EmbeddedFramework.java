package org.tucuxi.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.JarFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.connect.ConnectFrameworkFactory;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.util.tracker.ServiceTracker;
import org.tucuxi.UnsatisfiedException;

/** A framework with the bundles of a {@link Home} in it. */
final class EmbeddedFramework implements AutoCloseable {

    /** Set by an installation that {@link Archive} made: the folder of the bundles that are on the class path. */
    private static final String FLAT = System.getProperty(Archive.FLAT);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Framework framework;
    private final Path storage;
    private final List<String> failures;

    private EmbeddedFramework(Framework framework, Path storage, List<String> failures) {
        this.framework = framework;
        this.storage = storage;
        this.failures = failures;
    }

    static EmbeddedFramework start(Home home, Set<BundleSource.Group> groups, List<Path> extra, Path cache,
            Map<String, String> properties) throws IOException {
        makeDeployFolder(properties);
        Path storage = Files.createTempDirectory("tucuxi-");
        EmbeddedFramework started = null;
        try (JarFile jar = home.open()) {
            Map<String, String> all = configuration(Home.sharedPackages(jar), storage);
            all.putAll(properties);
            BundleSource source = FLAT == null ? new NestedBundles(jar, cache) : new FlatBundles(Path.of(FLAT));
            started = new EmbeddedFramework(framework(source, all), storage, new ArrayList<>());
            started.framework.init();
            List<Bundle> bundles = new ArrayList<>(source.install(started.context(), groups));
            install(extra, started.context(), bundles);
            started.framework.start();
            started.startAll(bundles);
            return started;
        } catch (BundleException | IOException | RuntimeException e) {
            if (started == null) {
                Folders.delete(storage);
            } else {
                started.close();
            }
            throw e instanceof UnsatisfiedException unsatisfied ? unsatisfied
                    : new UnsatisfiedException("The platform cannot start: " + e.getMessage(), e);
        }
    }

    private static Framework framework(BundleSource source, Map<String, String> configuration) {
        return ServiceLoader.load(ConnectFrameworkFactory.class, EmbeddedFramework.class.getClassLoader()).findFirst()
                .orElseThrow(() -> new UnsatisfiedException("No OSGi framework is on the class path of the launcher;"
                        + " put tucuxi.jar on it, which brings one"))
                .newFramework(configuration, source.connector().orElse(null));
    }

    private static void install(List<Path> files, BundleContext context, List<Bundle> bundles)
            throws IOException, BundleException {
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                bundles.add(context.installBundle(file.toUri().toString(), in));
            }
        }
    }

    private static void makeDeployFolder(Map<String, String> properties) throws IOException {
        String folder = properties.get("felix.fileinstall.dir");
        if (folder != null) {
            Files.createDirectories(Path.of(folder));
        }
    }

    private static Map<String, String> configuration(String sharedPackages, Path storage) {
        Map<String, String> configuration = new HashMap<>();
        configuration.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        configuration.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        configuration.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, sharedPackages);
        // Shared packages come from the class loader of the launcher, which need not be the application class loader.
        configuration.put(Constants.FRAMEWORK_BUNDLE_PARENT, Constants.FRAMEWORK_BUNDLE_PARENT_BOOT);
        configuration.put("felix.cache.locking", "false");
        configuration.put("felix.log.level", "1");
        configuration.put("ds.loglevel", "1");
        return configuration;
    }

    /** Starts what can be started; what cannot is kept for the message of whoever waits in vain. */
    private void startAll(List<Bundle> bundles) {
        for (Bundle bundle : bundles) {
            if ((bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0) {
                continue;
            }
            try {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            } catch (BundleException e) {
                failures.add("bundle " + bundle.getSymbolicName() + " does not start: " + e.getMessage());
            }
        }
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Waits until the framework is stopped, by a command or by {@link #close()}. */
    void awaitStop() throws InterruptedException {
        framework.waitForStop(0);
    }

    <T> T service(String filter, Class<T> type, String what, Duration limit) {
        BundleContext context = context();
        if (context == null) {
            throw new UnsatisfiedException("The platform is stopped: start it again for a " + what);
        }
        ServiceTracker<Object, Object> tracker;
        try {
            tracker = new ServiceTracker<>(context, context.createFilter(filter), null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(filter, e);
        }
        tracker.open();
        try {
            Object service = tracker.waitForService(Math.max(1, limit.toMillis()));
            if (service == null) {
                List<String> missing = new Missing(context).lines();
                missing.addAll(0, failures);
                throw new UnsatisfiedException("The " + what + " did not come within " + limit.toMillis() + " ms; "
                        + (missing.isEmpty() ? "no part is known to be missing" : "missing: "
                        + String.join("; ", missing)));
            }
            return type.cast(service);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnsatisfiedException("Interrupted while waiting for the " + what, e);
        } finally {
            tracker.close();
        }
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(STOP_LIMIT.toMillis());
        } catch (BundleException e) {
            throw new UnsatisfiedException("The platform does not stop: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            removeStorage();
        }
    }

    private void removeStorage() {
        try {
            Folders.delete(storage);
        } catch (IOException e) {
            // A file that a virus scanner holds open is no reason to fail; the folder is a temporary one.
            storage.toFile().deleteOnExit();
        }
    }
}
