package org.tucuxi.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.tucuxi.Session;
import org.tucuxi.SessionFactory;
import org.tucuxi.UnsatisfiedException;

/**
 * Tucuxi in a plain Java program:
 *
 * <pre>{@code
 * try (Tucuxi tucuxi = Tucuxi.start()) {
 *     Session session = tucuxi.session();
 *     session.client("s3").call("ListBuckets");
 * }
 * }</pre>
 *
 * <p>The same bundles run in an OSGi framework inside the program. Safe for use by many threads.
 */
public final class Tucuxi implements AutoCloseable {

    private final EmbeddedFramework framework;
    private final Duration timeout;

    private Tucuxi(EmbeddedFramework framework, Duration timeout) {
        this.framework = framework;
        this.timeout = timeout;
    }

    /**
     * Starts the platform with nothing but what sessions and clients need.
     *
     * @return the running platform; the caller closes it
     * @throws UnsatisfiedException when a part is missing; the message lists what
     */
    public static Tucuxi start() {
        return builder().start();
    }

    /**
     * Prepares a start.
     *
     * @return a builder; everything is optional
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The default session.
     *
     * @return the session; it belongs to the platform
     * @throws UnsatisfiedException when it does not come in time; the message lists what is missing
     */
    public Session session() {
        return session(Session.DEFAULT_NAME);
    }

    /**
     * A session that a configuration of the factory PID {@value Session#FACTORY_PID} made.
     *
     * @param name its name
     * @return the session; it belongs to the platform
     * @throws UnsatisfiedException when it does not come in time; the message lists what is missing
     */
    public Session session(String name) {
        String filter = "(&(" + Constants.OBJECTCLASS + '=' + Session.class.getName() + ")(session.name="
                + escaped(name) + "))";
        return framework.service(filter, Session.class, "session " + name, timeout);
    }

    /**
     * What makes sessions by code.
     *
     * @return the service
     * @throws UnsatisfiedException when it does not come in time; the message lists what is missing
     */
    public SessionFactory sessionFactory() {
        return framework.service('(' + Constants.OBJECTCLASS + '=' + SessionFactory.class.getName() + ')',
                SessionFactory.class, "session factory", timeout);
    }

    /**
     * The way into the framework: handlers of the program's own can be registered here as services.
     *
     * @return the context of the system bundle
     */
    public BundleContext bundleContext() {
        return framework.context();
    }

    EmbeddedFramework framework() {
        return framework;
    }

    /** Stops the framework: sessions and clients are closed, threads end, the bundle cache is removed. */
    @Override
    public void close() {
        framework.close();
    }

    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder(value.length());
        for (char c : value.toCharArray()) {
            if (c == '(' || c == ')' || c == '*' || c == '\\') {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** Collects what is special about a start. */
    public static final class Builder {

        private final Map<String, String> properties = new LinkedHashMap<>();
        private final List<Path> bundles = new ArrayList<>();
        private final Set<BundleSource.Group> groups = EnumSet.of(BundleSource.Group.CORE);
        private Home home;
        private Path cache;
        private Duration timeout = Duration.ofSeconds(20);

        private Builder() {
        }

        /**
         * Watches a folder: bundles and configurations that are dropped there are installed, and go when they are
         * removed.
         *
         * @param folder the folder; it is made when it is not there
         * @return this builder
         */
        public Builder deploy(Path folder) {
            groups.add(BundleSource.Group.DEPLOY);
            properties.put("felix.fileinstall.dir", folder.toAbsolutePath().toString());
            properties.putIfAbsent("felix.fileinstall.poll", "500");
            properties.putIfAbsent("felix.fileinstall.noInitialDelay", "true");
            // Warnings: they say why a bundle that was dropped there does not start.
            properties.putIfAbsent("felix.fileinstall.log.level", "2");
            // The watcher writes nothing back into files that the user owns.
            properties.putIfAbsent("felix.fileinstall.enableConfigSave", "false");
            return this;
        }

        /**
         * Keeps unpacked bundles in a folder, so that later starts need not unpack them. Several programs may share it.
         *
         * @param folder the folder; it is made when it is not there
         * @return this builder
         */
        public Builder cache(Path folder) {
            this.cache = folder;
            return this;
        }

        /**
         * Sets a property of the framework; bundles see it as a framework property.
         *
         * @param name for example {@code org.osgi.framework.bootdelegation}
         * @param value its value
         * @return this builder
         */
        public Builder property(String name, String value) {
            properties.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Adds a bundle, for example that of a further service or of handlers.
         *
         * @param file the bundle's jar
         * @return this builder
         */
        public Builder bundle(Path file) {
            bundles.add(Objects.requireNonNull(file, "file"));
            return this;
        }

        /**
         * Says how long to wait for a session.
         *
         * @param limit 20 seconds unless this says otherwise
         * @return this builder
         */
        public Builder timeout(Duration limit) {
            this.timeout = Objects.requireNonNull(limit, "limit");
            return this;
        }

        Builder shell() {
            groups.add(BundleSource.Group.SHELL);
            return this;
        }

        Builder home(Home other) {
            this.home = other;
            return this;
        }

        /**
         * Starts the platform.
         *
         * @return the running platform; the caller closes it
         * @throws UnsatisfiedException when a part is missing; the message lists what
         */
        public Tucuxi start() {
            Home from = home == null ? Home.ofLauncher() : home;
            try {
                return new Tucuxi(EmbeddedFramework.start(from, groups, bundles, cache, properties), timeout);
            } catch (IOException e) {
                throw new UnsatisfiedException("The platform cannot start: " + e.getMessage(), e);
            }
        }
    }
}
