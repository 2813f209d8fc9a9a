package org.tucuxi.emitter;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.event.Registration;

/**
 * Binds handler components to the emitters of all sessions. Knows nothing of a framework: services come as
 * {@link HandlerService}.
 */
final class Whiteboard implements EmitterFactory {

    private static final Logger LOG = LoggerFactory.getLogger(Whiteboard.class);
    private static final Comparator<HandlerInfo> BY_BUNDLE =
            Comparator.comparingLong(HandlerInfo::bundleId).thenComparingLong(HandlerInfo::serviceId);

    private final Object lock = new Object();
    /** Every handler service that is there, the rejected ones too. Guarded by the lock. */
    private final Map<Object, HandlerComponent> components = new HashMap<>();
    /** Those of them that are in the tries, or would be if there were sessions for them. Guarded by the lock. */
    private final Map<Object, HandlerComponent> placed = new HashMap<>();
    /** Guarded by the lock. */
    private final List<WeakReference<SessionBindings>> sessions = new ArrayList<>();
    private final List<HandlerBindingListener> listeners = new CopyOnWriteArrayList<>();
    private final Unbinding unbinding;
    private final SlowHandlers slowHandlers;

    /** Makes a whiteboard whose unbinding waits for at most the given time; it looks for no slow handlers. */
    Whiteboard(long unbindTimeoutMillis) {
        this(unbindTimeoutMillis, new SlowHandlers(0));
    }

    Whiteboard(long unbindTimeoutMillis, SlowHandlers slowHandlers) {
        this.slowHandlers = slowHandlers;
        this.unbinding = new Unbinding(unbindTimeoutMillis);
    }

    @Override
    public Emitter create(Map<String, Object> sessionProperties) {
        if (!(sessionProperties.get(SESSION_NAME) instanceof String)) {
            throw new IllegalArgumentException("The session has no name: set the property " + SESSION_NAME);
        }
        Map<String, Object> properties = new HashMap<>(sessionProperties);
        synchronized (lock) {
            Node<Placement> live = Node.empty();
            for (HandlerComponent component : placed.values()) {
                live = component.description().placedIn(live, component, properties);
            }
            SessionBindings session = new SessionBindings(properties, live);
            sessions.add(new WeakReference<>(session));
            return HierarchicalEmitter.of(session);
        }
    }

    @Override
    public List<HandlerInfo> handlers() {
        List<HandlerInfo> infos = new ArrayList<>();
        synchronized (lock) {
            components.values().forEach(component -> infos.add(component.info()));
        }
        infos.sort(BY_BUNDLE);
        return List.copyOf(infos);
    }

    @Override
    public Registration watch(HandlerBindingListener listener) {
        // Wrapped, so that a listener that is added twice is removed once for each registration.
        HandlerBindingListener own = new HandlerBindingListener() {
            @Override
            public void bound(HandlerInfo handler) {
                listener.bound(handler);
            }

            @Override
            public void unbinding(HandlerInfo handler) {
                listener.unbinding(handler);
            }
        };
        listeners.add(own);
        AtomicBoolean closed = new AtomicBoolean();
        return () -> {
            if (closed.compareAndSet(false, true)) {
                listeners.remove(own);
            }
        };
    }

    /** A handler service has come. When this returns, every emission that begins may call it. */
    void bind(HandlerService service) {
        HandlerComponent component = new HandlerComponent(service.handler(), HandlerDescription.of(service));
        HandlerDescription description = component.description();
        synchronized (lock) {
            components.put(service.key(), component);
            if (description.isBound()) {
                placed.put(service.key(), component);
                swap((session, live) -> description.placedIn(live, component, session.properties()));
            }
        }
        report(description);
        if (description.isBound()) {
            HandlerInfo info = component.description().info();
            tell(listener -> listener.bound(info));
            if (!isThere(service.key(), component)) {
                tell(listener -> listener.unbinding(info));
            }
        }
    }

    /** False when the service has gone, perhaps while the listeners were told that it came. */
    private boolean isThere(Object key, HandlerComponent component) {
        synchronized (lock) {
            return components.get(key) == component;
        }
    }

    /**
     * The properties of a handler service have changed. Every trie is swapped once, from the old places to the new
     * ones, and the gate stays open: an emission takes either and calls the handler once.
     */
    void updated(HandlerService service) {
        HandlerComponent component;
        synchronized (lock) {
            component = components.get(service.key());
        }
        if (component == null) {
            return;
        }
        HandlerDescription before = component.description();
        HandlerDescription after = HandlerDescription.of(service);
        report(after);
        if (before.isBound() && !after.isBound()) {
            tell(listener -> listener.unbinding(before.info()));
        }
        synchronized (lock) {
            if (components.get(service.key()) != component) {
                return;
            }
            replace(service.key(), component, after);
        }
        if (after.isBound()) {
            tell(listener -> listener.bound(after.info()));
            if (!isThere(service.key(), component)) {
                tell(listener -> listener.unbinding(after.info()));
            }
        }
    }

    private void replace(Object key, HandlerComponent component, HandlerDescription after) {
        HandlerDescription before = component.description();
        boolean wasPlaced = placed.remove(key) != null;
        component.describe(after);
        if (after.isBound()) {
            placed.put(key, component);
        }
        swap((session, live) -> {
            Node<Placement> without = wasPlaced ? before.removedFrom(live, component) : live;
            return after.placedIn(without, component, session.properties());
        });
    }

    /** A handler service goes. When this returns, no emission calls it any more. */
    void unbind(Object key) {
        HandlerComponent component;
        synchronized (lock) {
            component = components.get(key);
        }
        if (component == null) {
            return;
        }
        HandlerInfo info = component.description().info();
        if (info.isBound()) {
            tell(listener -> listener.unbinding(info));
        }
        synchronized (lock) {
            if (!components.remove(key, component)) {
                return;
            }
            if (placed.remove(key) != null) {
                swap((session, live) -> component.description().removedFrom(live, component));
            }
        }
        unbinding.await(List.of(component));
    }

    /** Lets go of everything. Emitters that are still held keep what code registered. */
    void close() {
        List<HandlerComponent> all;
        synchronized (lock) {
            all = List.copyOf(components.values());
            components.clear();
            placed.clear();
            swap((session, live) -> Node.empty());
            sessions.clear();
        }
        listeners.clear();
        unbinding.await(all);
        slowHandlers.close();
    }

    /** Changes the trie of every session that still lives; called under the lock. */
    private void swap(BiFunction<SessionBindings, Node<Placement>, Node<Placement>> change) {
        for (Iterator<WeakReference<SessionBindings>> i = sessions.iterator(); i.hasNext();) {
            SessionBindings session = i.next().get();
            if (session == null) {
                i.remove();
                continue;
            }
            Node<Placement> changed = change.apply(session, session.live());
            if (changed != session.live()) {
                session.swap(changed);
            }
        }
    }

    private void tell(Consumer<HandlerBindingListener> news) {
        for (HandlerBindingListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("A listener for handler bindings failed; it is ignored", e);
            }
        }
    }

    private static void report(HandlerDescription description) {
        if (!description.isBound()) {
            LOG.warn("{}", description.info().rejection());
        }
        for (String note : description.info().notes()) {
            LOG.info("Handler {} of bundle {}: {}", description.info().component(), description.info().bundle(), note);
        }
    }
}
