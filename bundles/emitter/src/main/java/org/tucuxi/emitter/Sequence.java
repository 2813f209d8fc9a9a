package org.tucuxi.emitter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tucuxi.event.EmissionObserver;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.Section;

/** The handlers of one concrete event name, resolved, in the order in which they are called. Immutable. */
final class Sequence {

    private static final HandlerComponent[] NO_COMPONENTS = {};
    private static final EmissionObserver[] NO_OBSERVERS = {};

    /** Nobody listens and nobody observes. */
    static final Sequence EMPTY = new Sequence(List.of(), List.of(), NO_OBSERVERS);

    private final EventHandler<Event<Object>, Object>[] handlers;
    /** For each handler the component that brought it, or null when code registered it. */
    private final HandlerComponent[] components;
    private final HandlerComponent[] gated;
    private final EmissionObserver[] observers;
    /** The handlers when they need no more than a loop: all registered by code, and not observed. Null otherwise. */
    private final EventHandler<Event<Object>, Object>[] plain;

    private Sequence(List<EventHandler<?, ?>> handlers, List<HandlerComponent> components,
            EmissionObserver[] observers) {
        this.handlers = erased(handlers);
        this.components = components.toArray(NO_COMPONENTS);
        Set<HandlerComponent> distinct = new LinkedHashSet<>(components);
        distinct.remove(null);
        this.gated = distinct.toArray(NO_COMPONENTS);
        this.observers = observers;
        this.plain = gated.length == 0 && observers.length == 0 ? this.handlers : null;
    }

    @SuppressWarnings("unchecked")
    private static EventHandler<Event<Object>, Object>[] erased(List<EventHandler<?, ?>> handlers) {
        // What a handler gets and answers is checked when it is called.
        return handlers.toArray((EventHandler<Event<Object>, Object>[]) new EventHandler<?, ?>[0]);
    }

    /** Walks both tries at once: see the contract's call order. */
    static Sequence resolve(String name, Node<EventHandler<?, ?>> code, Node<Placement> live,
            EmissionObserver[] observers) {
        List<EventHandler<?, ?>> handlers = new ArrayList<>();
        List<HandlerComponent> components = new ArrayList<>();
        collect(Names.parts(name), 0, code, live, handlers, components);
        return handlers.isEmpty() && observers.length == 0 ? EMPTY : new Sequence(handlers, components, observers);
    }

    private static void collect(String[] parts, int depth, Node<EventHandler<?, ?>> code, Node<Placement> live,
            List<EventHandler<?, ?>> handlers, List<HandlerComponent> components) {
        if (code == null && live == null) {
            return;
        }
        if (depth < parts.length) {
            // For a part that is itself a star both are the same node, and its handlers run twice, as in the reference.
            collect(parts, depth + 1, child(code, Names.WILDCARD), child(live, Names.WILDCARD), handlers, components);
            collect(parts, depth + 1, child(code, parts[depth]), child(live, parts[depth]), handlers, components);
        }
        for (Section section : Section.values()) {
            if (code != null) {
                for (EventHandler<?, ?> handler : code.items(section)) {
                    handlers.add(handler);
                    components.add(null);
                }
            }
            if (live != null) {
                for (Placement placement : live.items(section)) {
                    handlers.add(placement.component().handler());
                    components.add(placement.component());
                }
            }
        }
    }

    private static <T> Node<T> child(Node<T> node, String part) {
        return node == null ? null : node.child(part);
    }

    EventHandler<Event<Object>, Object>[] handlers() {
        return handlers;
    }

    EventHandler<Event<Object>, Object>[] plain() {
        return plain;
    }

    EmissionObserver[] observers() {
        return observers;
    }

    /** Whether the handler may not be called any more although its emission has begun. */
    boolean isGone(int index) {
        HandlerComponent component = components[index];
        return component != null && component.isGone();
    }

    /** The handler's name, with its bundle when it is a component. */
    String label(int index) {
        HandlerComponent component = components[index];
        return component == null ? Misfit.name(handlers[index]) : component.label();
    }

    /** The component that brought a handler, or null. */
    HandlerComponent component(int index) {
        return components[index];
    }

    boolean calls(HandlerComponent component) {
        for (HandlerComponent one : gated) {
            if (one == component) {
                return true;
            }
        }
        return false;
    }

    /**
     * Enters the gates of all handler components.
     *
     * @return false when one of them has gone meanwhile: then this sequence is out of date, and no gate is entered
     */
    boolean enter() {
        for (int i = 0; i < gated.length; i++) {
            if (!gated[i].gate().enter()) {
                leave(i);
                return false;
            }
        }
        return true;
    }

    void leave() {
        leave(gated.length);
    }

    private void leave(int entered) {
        for (int i = 0; i < entered; i++) {
            gated[i].gate().leave();
        }
    }
}
