package org.tucuxi.client;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.Session;
import org.tucuxi.TucuxiException;
import org.tucuxi.event.EmitterFactory;

/**
 * The sessions that live: those made by code, and those declared (the default one, and one for each record of Config Admin),
 * which are registered as services while the platform is complete.
 */
final class SessionRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(SessionRegistry.class);

    private static final String STOPPED = "The bundle org.tucuxi.client was stopped";

    private final Platform platform;
    private final List<LiveSession> live = new CopyOnWriteArrayList<>();
    private final Map<Object, Declared> declared = new LinkedHashMap<>();
    private final AtomicInteger pending = new AtomicInteger();
    private BundleContext context;
    /** Calls cannot outlive the bundle, but they outlive a change of a record. */
    private volatile boolean closing;

    SessionRegistry(Platform platform) {
        this.platform = platform;
    }

    /** A session that configuration asks for. */
    private static final class Declared {
        private final SessionSpec spec;
        private LiveSession session;
        private ServiceRegistration<Session> registration;
        private String failure;
        private boolean withdrawn;

        Declared(SessionSpec spec) {
            this.spec = spec;
        }
    }

    void open(BundleContext bundleContext) {
        synchronized (declared) {
            context = bundleContext;
            declared.put(Session.DEFAULT_NAME, new Declared(SessionSpec.named(Session.DEFAULT_NAME)));
        }
        reconcile();
    }

    void close() {
        closing = true;
        synchronized (declared) {
            declared.values().forEach(one -> one.withdrawn = true);
        }
        // All have the same while to finish, however many they are.
        List<LiveSession> refusing = live.stream().filter(session -> session.refuse(STOPPED)).toList();
        long deadline = Ending.deadline();
        reconcile();
        refusing.forEach(session -> session.end(deadline));
        live.clear();
    }

    /** Asks for a session; a record named like the default session replaces it. */
    void declare(Object key, SessionSpec spec) {
        synchronized (declared) {
            withdraw(spec.name().equals(Session.DEFAULT_NAME) ? Session.DEFAULT_NAME : key);
            declared.put(key, new Declared(spec));
        }
        reconcile();
    }

    void remove(Object key, SessionSpec spec) {
        synchronized (declared) {
            withdraw(key);
            if (spec.name().equals(Session.DEFAULT_NAME) && context != null) {
                declared.put(Session.DEFAULT_NAME, new Declared(SessionSpec.named(Session.DEFAULT_NAME)));
            }
        }
        reconcile();
    }

    private void withdraw(Object key) {
        Declared old = declared.remove(key);
        if (old != null) {
            old.withdrawn = true;
            declared.put(new Object(), old);
        }
    }

    void add(LiveSession session) {
        live.add(session);
    }

    void remove(LiveSession session) {
        live.remove(session);
    }

    List<Session> live() {
        return List.copyOf(live);
    }

    List<String> problems(List<String> missing) {
        List<String> result = new ArrayList<>(missing);
        synchronized (declared) {
            declared.values().stream().filter(one -> one.failure != null)
                    .forEach(one -> result.add("session " + one.spec.name() + ": " + one.failure));
        }
        return result;
    }

    /**
     * Brings the declared sessions in line with the platform. One thread works at a time, and it holds no lock while it registers
     * services; a change during the work makes it look again.
     */
    void reconcile() {
        if (pending.getAndIncrement() != 0) {
            return;
        }
        int seen;
        do {
            seen = pending.get();
            try {
                reconcileOnce();
            } catch (RuntimeException e) {
                // Thrown on, it would leave the count as it is, and nobody would ever look again.
                LOG.error("The sessions could not all be brought in line with the platform", e);
            }
        } while (!pending.compareAndSet(seen, 0));
    }

    private void reconcileOnce() {
        List<Declared> all;
        BundleContext bundleContext;
        synchronized (declared) {
            all = List.copyOf(declared.values());
            bundleContext = context;
        }
        Parts parts = platform.parts();
        for (LiveSession session : live) {
            if (session.emitterFactory() != parts.emitters) {
                session.end("The emitter that this session was made with is gone: its bundle org.tucuxi.emitter was stopped"
                        + " or updated. Get the new session, or build one");
            }
        }
        if (bundleContext != null) {
            all.forEach(one -> reconcile(one, parts, bundleContext));
        }
    }

    private void reconcile(Declared one, Parts parts, BundleContext bundleContext) {
        boolean wanted = !one.withdrawn && parts.missing().isEmpty();
        if (one.registration != null && (!wanted || one.session.isClosed())) {
            unregister(one);
        }
        if (one.session != null && (one.withdrawn || one.session.isClosed())) {
            if (!closing) {
                one.session.retire("The configuration of the session \"" + one.spec.name()
                        + "\" was changed or deleted. Get the new session, or build one");
            }
            one.session = null;
        }
        if (one.withdrawn) {
            synchronized (declared) {
                declared.values().remove(one);
            }
        } else if (wanted && one.registration == null) {
            start(one, parts, bundleContext);
        }
    }

    private void start(Declared one, Parts parts, BundleContext bundleContext) {
        try {
            if (one.session == null) {
                one.session = LiveSession.create(platform, parts, one.spec);
                live.add(one.session);
            }
            one.registration = bundleContext.registerService(Session.class, one.session, properties(one));
            one.failure = null;
        } catch (RuntimeException e) {
            fail(one, e);
        }
    }

    /** Every change of the platform tries again, so only a new reason is logged. */
    private static void fail(Declared one, RuntimeException e) {
        String before = one.failure;
        one.failure = e.getMessage() == null ? e.toString() : e.getMessage();
        if (one.failure.equals(before)) {
            return;
        }
        if (e instanceof TucuxiException) {
            // A mistake in the session's record: its message says where it is, a stack does not.
            LOG.error("Session {} cannot be made: {}", one.spec.name(), one.failure);
        } else {
            LOG.error("Session {} cannot be made: {}", one.spec.name(), one.failure, e);
        }
    }

    private static Dictionary<String, Object> properties(Declared one) {
        Dictionary<String, Object> properties = new Hashtable<>(one.session.properties());
        if (!one.spec.name().equals(Session.DEFAULT_NAME)) {
            // A plain reference to Session means the default one.
            properties.put(Constants.SERVICE_RANKING, -100);
        }
        return properties;
    }

    private static void unregister(Declared one) {
        try {
            one.registration.unregister();
        } catch (IllegalStateException e) {
            LOG.debug("The framework unregistered session {} already", one.spec.name());
        }
        one.registration = null;
    }
}
