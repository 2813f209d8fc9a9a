package org.tucuxi.itests.containers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.tucuxi.Session;
import org.tucuxi.SessionFactory;

/** Tucuxi in the container that a test runs in: its bundles, services and configured sessions. */
final class Platform {

    /** Where S3Proxy listens, and the keys that it knows. */
    static final String ENDPOINT = "tucuxi.itest.endpoint";
    static final String ACCESS_KEY = "tucuxi.itest.access.key";
    static final String SECRET_KEY = "tucuxi.itest.secret.key";
    /** The folder with the files of the bundles: the name of each is its symbolic name. */
    static final String BUNDLES = "tucuxi.itest.bundles";
    /** The folder with what tests deploy themselves. */
    static final String HOT = "tucuxi.itest.hot";
    /** The folder that the container watches; Karaf has one of its own. */
    static final String DEPLOY = "tucuxi.itest.deploy";

    private static final String REGION = "us-east-1";

    private final BundleContext context;

    Platform(BundleContext context) {
        this.context = context;
    }

    Bundle bundle(String symbolicName) {
        return Arrays.stream(context.getBundles()).filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst().orElseThrow(() -> new AssertionError("There is no bundle " + symbolicName));
    }

    boolean has(String symbolicName) {
        return Arrays.stream(context.getBundles()).anyMatch(bundle -> symbolicName.equals(bundle.getSymbolicName()));
    }

    /** All bundles of Tucuxi, without those of the tests. */
    List<Bundle> bundles() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> Files.exists(file(String.valueOf(bundle.getSymbolicName()))))
                .filter(bundle -> bundle.getSymbolicName().startsWith("org.tucuxi.")).toList();
    }

    void stop(String symbolicName) throws BundleException {
        bundle(symbolicName).stop();
    }

    void start(String symbolicName) throws BundleException {
        bundle(symbolicName).start();
    }

    /** Updates a bundle with the content it has, as a new revision. */
    void update(String symbolicName) throws BundleException, IOException {
        try (InputStream content = Files.newInputStream(file(symbolicName))) {
            bundle(symbolicName).update(content);
        }
    }

    void uninstall(String symbolicName) throws BundleException {
        bundle(symbolicName).uninstall();
    }

    /** Installs and starts one of the bundles of Tucuxi. */
    void install(String symbolicName) throws BundleException, IOException {
        install(symbolicName, Files.readAllBytes(file(symbolicName)));
    }

    /** Installs and starts a bundle that a test made. */
    Bundle install(String location, byte[] content) throws BundleException {
        Bundle bundle = context.installBundle("test:" + location, new ByteArrayInputStream(content));
        bundle.start();
        return bundle;
    }

    private static Path file(String symbolicName) {
        return Path.of(System.getProperty(BUNDLES), symbolicName + ".jar");
    }

    /** The folder that the container watches for bundles. */
    static Path deployFolder() {
        String folder = System.getProperty(DEPLOY);
        return folder != null ? Path.of(folder) : Path.of(System.getProperty("karaf.base"), "deploy");
    }

    /** Starts what a failed test may have left stopped. */
    void startAll() throws BundleException {
        for (Bundle bundle : bundles()) {
            if (bundle.getState() != Bundle.ACTIVE) {
                bundle.start();
            }
        }
    }

    <T> T service(Class<T> type) {
        Await.until("a service " + type.getName(), () -> context.getServiceReference(type) != null);
        return context.getService(context.getServiceReference(type));
    }

    SessionFactory factory() {
        return service(SessionFactory.class);
    }

    /** Whether a session is registered as a service. */
    boolean hasSession(String name) {
        return find(name) != null;
    }

    /** The session that is registered as a service, once it is. */
    Session session(String name) {
        AtomicReference<Session> found = new AtomicReference<>();
        Await.until(() -> "session " + name + "; missing: " + factory().missing(), () -> {
            found.set(find(name));
            return found.get() != null;
        });
        return found.get();
    }

    private Session find(String name) {
        try {
            return context.getServiceReferences(Session.class, "(session.name=" + name + ")").stream()
                    .map(context::getService).filter(Objects::nonNull).findFirst().orElse(null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private boolean hasSession(String name, String region) {
        Session session = find(name);
        return session != null && region.equals(session.region().orElse(""));
    }

    /** Configures a session that reaches S3Proxy. It is there when this returns. */
    Configuration configure(String name, Map<String, String> more) throws IOException {
        Dictionary<String, Object> properties = new Hashtable<>(more);
        properties.put("name", name);
        properties.put("region", REGION);
        properties.put("endpoint_url", System.getProperty(ENDPOINT));
        Configuration configuration = service(ConfigurationAdmin.class)
                .createFactoryConfiguration(Session.FACTORY_PID, "?");
        configuration.update(properties);
        Await.until(() -> "configured session " + name + "; missing: " + factory().missing(),
                () -> hasSession(name, REGION));
        return configuration;
    }

    /** Configures a session with the keys that S3Proxy knows. */
    Configuration configure(String name) throws IOException {
        return configure(name, keys());
    }

    static Map<String, String> keys() {
        return Map.of("aws_access_key_id", System.getProperty(ACCESS_KEY),
                "aws_secret_access_key", System.getProperty(SECRET_KEY));
    }

    /** Takes a session's configuration away, and waits until nothing, or a plain default session, is there. */
    void remove(Configuration configuration, String name) throws IOException {
        configuration.delete();
        boolean isDefault = name.equals(Session.DEFAULT_NAME);
        Await.until("the configured session " + name + " to go",
                () -> isDefault ? hasSession(name, "") : !hasSession(name));
    }

    /** Registers what the handlers that a test deploys write to. */
    Board board() {
        return new Board(context);
    }
}
