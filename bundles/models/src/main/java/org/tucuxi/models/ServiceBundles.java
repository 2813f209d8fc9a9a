package org.tucuxi.models;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.model.ModelCatalog;

/** Follows the bundles of a framework that have the header {@value BundleTree#HEADER}. */
final class ServiceBundles implements Bundles, BundleTrackerCustomizer<ServiceBundles.Unit> {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceBundles.class);
    private static final int STATES =
            Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final Comparator<BundleRoot> NEWEST_FIRST =
            Comparator.comparing((BundleRoot root) -> root.bundle().getVersion()).reversed()
                    .thenComparing(root -> root.bundle().getBundleId());

    /** One bundle with models: with a root while it is started. */
    static final class Unit {
        private final Bundle bundle;
        /** The names in it while it is not started; null when they were not asked for. */
        private BundleTree tree;
        /** The names it had when it was started last: while it is being updated it has none. */
        private BundleTree lastTree;
        private volatile BundleRoot root;
        private volatile long changedAt = System.nanoTime();

        Unit(Bundle bundle) {
            this.bundle = bundle;
        }
    }

    private final Problems problems;
    private final HandlerWatch watch;
    private final long waitNanos;
    private final BundleTracker<Unit> tracker;
    private final Map<Long, Unit> units = new ConcurrentHashMap<>();
    private final Object monitor = new Object();
    private long changes;
    private volatile boolean closing;
    private volatile List<BundleRoot> roots = List.of();

    ServiceBundles(BundleContext context, Problems problems, long drainMillis, long waitMillis) {
        this.problems = problems;
        this.waitNanos = TimeUnit.MILLISECONDS.toNanos(waitMillis);
        this.watch = new HandlerWatch(this::root, this::allChanged, drainMillis);
        this.tracker = new BundleTracker<>(context, STATES, this);
    }

    void open() {
        tracker.open();
    }

    /** Closes all gates at once. Nothing is waited for: the handlers do not go because the loader goes. */
    void close() {
        closing = true;
        roots.forEach(root -> root.gate().closeForEver());
        tracker.close();
    }

    HandlerWatch watch() {
        return watch;
    }

    private BundleRoot root(long bundleId) {
        Unit unit = units.get(bundleId);
        return unit == null ? null : unit.root;
    }

    @Override
    public Unit addingBundle(Bundle bundle, BundleEvent event) {
        if (bundle.getHeaders("").get(BundleTree.HEADER) == null) {
            return null;
        }
        Unit unit = new Unit(bundle);
        units.put(bundle.getBundleId(), unit);
        follow(unit);
        return unit;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Unit unit) {
        follow(unit);
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Unit unit) {
        units.remove(bundle.getBundleId());
        BundleRoot old;
        synchronized (unit) {
            old = unit.root;
            unit.root = null;
        }
        retire(old, unit);
    }

    private void follow(Unit unit) {
        BundleRoot old = null;
        synchronized (unit) {
            boolean started = isStarted(unit.bundle);
            if (started && unit.root == null) {
                unit.root = start(unit);
            } else if (!started) {
                old = unit.root;
                unit.root = null;
                unit.tree = null;
                unit.lastTree = old == null ? unit.lastTree : old.tree();
            }
            unit.changedAt = System.nanoTime();
        }
        retire(old, unit);
    }

    /** A bundle with lazy activation is started as soon as it is starting: its model needs none of its classes. */
    static boolean isStarted(Bundle bundle) {
        if (bundle.getState() != Bundle.STARTING) {
            return bundle.getState() == Bundle.ACTIVE;
        }
        String policy = bundle.getHeaders("").get(Constants.BUNDLE_ACTIVATIONPOLICY);
        return policy != null && policy.trim().startsWith(Constants.ACTIVATION_LAZY);
    }

    private BundleRoot start(Unit unit) {
        String header = unit.bundle.getHeaders("").get(BundleTree.HEADER);
        String label = BundleRoot.labelOf(unit.bundle);
        if (header == null) {
            return null;
        }
        BundleTree tree = BundleTree.of(unit.bundle, header);
        if (tree.isEmpty()) {
            String message = label + " has no models where its header " + BundleTree.HEADER + ": " + header
                    + " says; the layout is service/version/service-2.json";
            LOG.warn("{}", message);
            problems.add(label, message);
        }
        return new BundleRoot(unit.bundle, tree, watch, problems);
    }

    private void retire(BundleRoot old, Unit unit) {
        if (old != null) {
            old.gate().closeForEver();
        }
        refreshRoots();
        if (old != null && !closing) {
            problems.forget(old.label());
            watch.drain(old, "bundle");
        }
        unit.changedAt = System.nanoTime();
        changed();
    }

    private synchronized void refreshRoots() {
        List<BundleRoot> now = new ArrayList<>();
        for (Unit unit : units.values()) {
            BundleRoot root = unit.root;
            if (root != null) {
                now.add(root);
            }
        }
        now.sort(NEWEST_FIRST);
        roots = List.copyOf(now);
    }

    @Override
    public List<BundleRoot> roots() {
        return roots;
    }

    @Override
    public Absence absence(String service, String version) {
        for (Unit unit : units.values()) {
            BundleRoot root = unit.root;
            BundleTree tree = root == null ? tree(unit) : root.tree();
            if (tree != null && tree.services().contains(service)
                    && (version == null || tree.versions(service).contains(version))) {
                return new Absence("The service " + service + " cannot be used now: " + reason(unit.bundle),
                        unit.changedAt);
            }
        }
        return null;
    }

    private static String reason(Bundle bundle) {
        String state = switch (bundle.getState()) {
            case Bundle.STARTING, Bundle.ACTIVE -> "is just starting";
            case Bundle.STOPPING -> "is stopping";
            case Bundle.INSTALLED -> "is installed, but not resolved and not started";
            default -> "is not started";
        };
        return "its bundle " + BundleRoot.labelOf(bundle) + ' ' + state;
    }

    /** The names in a bundle that is not started; null when it has just gone. */
    private static BundleTree tree(Unit unit) {
        synchronized (unit) {
            if (unit.tree == null) {
                String header = unit.bundle.getHeaders("").get(BundleTree.HEADER);
                if (header == null || unit.bundle.getState() == Bundle.UNINSTALLED) {
                    return null;
                }
                try {
                    BundleTree now = BundleTree.of(unit.bundle, header);
                    unit.tree = now.isEmpty() ? null : now;
                } catch (IllegalStateException e) {
                    LOG.debug("Bundle {} was uninstalled while it was looked at", unit.bundle, e);
                }
            }
            return unit.tree == null ? unit.lastTree : unit.tree;
        }
    }

    @Override
    public List<ModelCatalog.Entry> absentEntries() {
        List<ModelCatalog.Entry> result = new ArrayList<>();
        for (Unit unit : units.values()) {
            BundleTree tree = unit.root == null ? tree(unit) : null;
            if (tree != null) {
                tree.services().forEach(service -> tree.versions(service).forEach(version -> result.add(
                        new ModelCatalog.Entry(service, version, types(tree.files(service, version).keySet()),
                                BundleRoot.labelOf(unit.bundle), reason(unit.bundle)))));
            }
        }
        return result;
    }

    private static List<String> types(Collection<String> files) {
        return files.stream().filter(type -> !type.endsWith(".sdk-extras")).toList();
    }

    private void allChanged() {
        roots.forEach(BundleRoot::changed);
        changed();
    }

    private void changed() {
        synchronized (monitor) {
            changes++;
            monitor.notifyAll();
        }
    }

    @Override
    public long changes() {
        synchronized (monitor) {
            return changes;
        }
    }

    @Override
    public boolean awaitChange(long seen, long since) {
        long remaining = since + waitNanos - System.nanoTime();
        if (remaining <= 0) {
            return false;
        }
        synchronized (monitor) {
            if (changes == seen) {
                try {
                    // Not everything tells: DS enables components silently. So look again after a short pause.
                    TimeUnit.NANOSECONDS.timedWait(monitor, Math.min(remaining, PAUSE_NANOS));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return true;
    }
}
