package org.tucuxi.models;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;

/**
 * The models of one started bundle, from its start to its stop: an update makes a new root, and the old one's services
 * stay closed.
 */
final class BundleRoot implements ModelRoot {

    private static final long STEADY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** Files of two generations of a bundle are never the same file, so this has no equality but identity. */
    private static final class BundleFile implements DataFile {
        private final String source;
        private final URL url;

        BundleFile(String source, URL url) {
            this.source = source;
            this.url = url;
        }

        @Override
        public String source() {
            return source;
        }

        @Override
        public InputStream open() throws IOException {
            return url.openStream();
        }
    }

    private final Bundle bundle;
    private final String label;
    private final BundleTree tree;
    private final Map<String, DataFile> files = new HashMap<>();
    private final ModelCache cache;
    private final HandlerWatch watch;
    private final Gate gate = new Gate();
    private final long startedAt = System.nanoTime();
    private volatile long changedAt = startedAt;
    /** The components that were expected last, and when one of them was expected no more. Guarded by this. */
    private Set<String> expected = Set.of();
    private long shrunkAt;

    BundleRoot(Bundle bundle, BundleTree tree, HandlerWatch watch, Problems problems) {
        this.bundle = bundle;
        this.label = labelOf(bundle);
        this.tree = tree;
        this.watch = watch;
        this.cache = new ModelCache(problems);
        for (String service : tree.services()) {
            for (String version : tree.versions(service)) {
                tree.files(service, version).values().forEach(this::open);
            }
        }
    }

    /** The entry is fetched now: later the same path may lead into an updated bundle. */
    private void open(String path) {
        URL url = bundle.getEntry(path);
        if (url != null) {
            files.put(path, new BundleFile(label + ": " + path, url));
        }
    }

    static String labelOf(Bundle bundle) {
        return bundle.getSymbolicName() + '/' + bundle.getVersion();
    }

    /** The bundle's symbolic name and version. */
    String label() {
        return label;
    }

    Bundle bundle() {
        return bundle;
    }

    BundleTree tree() {
        return tree;
    }

    long startedAt() {
        return startedAt;
    }

    /**
     * Takes note of the components that DS says are enabled.
     *
     * @return false when there were more just now: DS itself may be stopping, so the fewer must last a moment to be
     * believed
     */
    synchronized boolean expectsSteadily(Collection<String> components) {
        if (!components.containsAll(expected)) {
            shrunkAt = System.nanoTime();
        }
        expected = Set.copyOf(components);
        return shrunkAt == 0 || System.nanoTime() - shrunkAt >= STEADY_NANOS;
    }

    void changed() {
        changedAt = System.nanoTime();
    }

    @Override
    public Collection<String> services() {
        return tree.services();
    }

    @Override
    public Collection<String> versions(String service) {
        return tree.versions(service);
    }

    @Override
    public Collection<String> types(String service, String version) {
        return tree.files(service, version).keySet();
    }

    @Override
    public DataFile find(String service, String version, String type) {
        String path = tree.files(service, version).get(type);
        return path == null ? null : files.get(path);
    }

    @Override
    public String describe(String service) {
        return label;
    }

    @Override
    public ModelCache cache() {
        return cache;
    }

    @Override
    public Gate gate() {
        return gate;
    }

    @Override
    public String unavailable() {
        return gate.isOpen() ? null : watch.openWhenComplete(this);
    }

    @Override
    public long changedAt() {
        return changedAt;
    }
}
