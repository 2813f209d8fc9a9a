package org.tucuxi.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.event.EmitterFactory.HandlerBindingListener;
import org.tucuxi.event.EmitterFactory.HandlerInfo;
import org.tucuxi.event.Registration;

/**
 * Knows whether the handler components of a service bundle are all bound, and closes the bundle's gate before one is
 * unbound. A service whose model is there without its handlers would work wrongly, not badly: so nobody may call it
 * then.
 */
final class HandlerWatch implements HandlerBindingListener {

    private static final Logger LOG = LoggerFactory.getLogger(HandlerWatch.class);
    private final Object lock = new Object();
    private final LongFunction<BundleRoot> roots;
    private final Runnable changed;
    private final long drainMillis;
    /** Bundle id, service id → component. Guarded by the lock. */
    private final Map<Long, Map<Long, String>> bound = new HashMap<>();
    /** Handlers that went while the present ones were being asked for; null at other times. Guarded by the lock. */
    private Set<Long> wentMeanwhile;
    private volatile ServiceComponentRuntime runtime;
    private volatile EmitterFactory emitters;
    private Registration registration;

    /**
     * Makes a watch.
     *
     * @param roots the started service bundle of an id, or null
     * @param changed told when any bundle may have become available
     * @param drainMillis how long unbinding waits for calls in flight
     */
    HandlerWatch(LongFunction<BundleRoot> roots, Runnable changed, long drainMillis) {
        this.roots = roots;
        this.changed = changed;
        this.drainMillis = drainMillis;
    }

    void runtime(ServiceComponentRuntime newRuntime) {
        runtime = newRuntime;
        changed.run();
    }

    void emitters(EmitterFactory factory) {
        synchronized (lock) {
            wentMeanwhile = new HashSet<>();
            registration = factory.watch(this);
        }
        List<HandlerInfo> present = factory.handlers();
        synchronized (lock) {
            for (HandlerInfo handler : present) {
                if (handler.isBound() && !wentMeanwhile.contains(handler.serviceId())) {
                    put(handler);
                }
            }
            wentMeanwhile = null;
            emitters = factory;
        }
        changed.run();
    }

    /** Without an emitter no handler is bound. */
    void emittersGone(Iterable<BundleRoot> all) {
        Registration old;
        synchronized (lock) {
            emitters = null;
            bound.clear();
            old = registration;
            registration = null;
        }
        if (old != null) {
            old.close();
        }
        for (BundleRoot root : all) {
            if (HandlerComponents.mayHave(root.bundle())) {
                root.gate().close();
            }
        }
        changed.run();
    }

    private void put(HandlerInfo handler) {
        bound.computeIfAbsent(handler.bundleId(), id -> new HashMap<>())
                .put(handler.serviceId(), handler.component());
    }

    @Override
    public void bound(HandlerInfo handler) {
        synchronized (lock) {
            if (wentMeanwhile != null) {
                wentMeanwhile.remove(handler.serviceId());
            }
            put(handler);
        }
        if (roots.apply(handler.bundleId()) != null) {
            changed.run();
        }
    }

    @Override
    public void unbinding(HandlerInfo handler) {
        BundleRoot root = roots.apply(handler.bundleId());
        synchronized (lock) {
            if (wentMeanwhile != null) {
                wentMeanwhile.add(handler.serviceId());
            }
            Map<Long, String> ofBundle = bound.get(handler.bundleId());
            if (ofBundle != null) {
                ofBundle.remove(handler.serviceId());
                if (ofBundle.isEmpty()) {
                    bound.remove(handler.bundleId());
                }
            }
            if (root != null) {
                root.gate().close();
            }
        }
        if (root != null) {
            changed.run();
            drain(root, "handler " + handler.component());
            changed.run();
        }
    }

    /** Waits for the calls in flight of a closed gate, within bounds: a call may be what asked for the stop. */
    void drain(BundleRoot root, String what) {
        if (!root.gate().drain(drainMillis)) {
            LOG.warn("{} of {} goes while {} calls still use it; they had {} ms to end", what, root.label(),
                    root.gate().inside(), drainMillis);
        }
    }

    /**
     * Opens the gate of a bundle when all its handlers are bound.
     *
     * @return null when the gate is open, else what is missing
     */
    String openWhenComplete(BundleRoot root) {
        if (root.gate().isGone()) {
            return "the bundle " + root.label() + " has stopped";
        }
        Bundle bundle = root.bundle();
        if (!HandlerComponents.mayHave(bundle)) {
            root.gate().open();
            return null;
        }
        ServiceComponentRuntime scr = runtime;
        EmitterFactory factory = emitters;
        if (scr == null || factory == null) {
            return "the handlers of the bundle " + root.label() + " cannot be bound without "
                    + (scr == null ? "Declarative Services (ServiceComponentRuntime)" : "org.tucuxi.emitter");
        }
        List<ComponentDescriptionDTO> expected = HandlerComponents.expected(scr, bundle, root.startedAt());
        if (expected == null) {
            return "Declarative Services have not read the components of the bundle " + root.label() + " yet";
        }
        if (!root.expectsSteadily(expected.stream().map(component -> component.name).toList())) {
            return "components of the bundle " + root.label() + " are just being disabled";
        }
        List<ComponentDescriptionDTO> missing;
        synchronized (lock) {
            missing = missing(expected, bound.getOrDefault(bundle.getBundleId(), Map.of()));
            // DS forgets the components of a bundle that stops one by one: what is expected counts only before that.
            if (!ServiceBundles.isStarted(bundle)) {
                return "the bundle " + root.label() + " is stopping";
            }
            if (missing.isEmpty()) {
                root.gate().open();
                return null;
            }
        }
        return "the bundle " + root.label() + " lacks "
                + HandlerComponents.reasons(scr, missing, factory.handlers(), bundle.getBundleId());
    }

    private static List<ComponentDescriptionDTO> missing(List<ComponentDescriptionDTO> expected,
            Map<Long, String> there) {
        Set<String> names = new HashSet<>(there.values());
        List<ComponentDescriptionDTO> missing = new ArrayList<>();
        for (ComponentDescriptionDTO component : expected) {
            if (!names.contains(component.name)) {
                missing.add(component);
            }
        }
        return missing;
    }
}
