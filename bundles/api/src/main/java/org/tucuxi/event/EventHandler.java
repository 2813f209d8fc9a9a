package org.tucuxi.event;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Handles the events whose names match its patterns.
 *
 * <p>As a whiteboard service: register it (usually as a DS component) with the service property
 * {@value #EVENT_PATTERN}, which {@link EventPattern} sets. It is then bound to every session that its
 * {@value #SESSION_TARGET} selects and to all clients of those sessions, also those that live already; when the service
 * goes, it is unbound everywhere before its component is deactivated. A handler whose event type does not fit its patterns is
 * rejected with a reason that {@code tucuxi:handlers} shows.
 *
 * <p>By code: {@link Emitter#register(String, EventHandler)}.
 *
 * <p>A handler may be called by many threads at once. An exception that it throws ends the emission and reaches the
 * code that emitted the event; each event's class says what that means for the call.
 *
 * @param <E> the event class of the pattern's first part; {@code Event<Object>} for a handler of any event
 * @param <R> what the handler answers
 */
@ConsumerType
@FunctionalInterface
public interface EventHandler<E extends Event<R>, R> {

    /** Service property, String or String[] (required): the names to handle, see {@link EventPattern}. */
    String EVENT_PATTERN = "event.pattern";

    /** Service property, String or String[] (optional): the sessions to bind to, see {@link SessionTarget}. */
    String SESSION_TARGET = "session.target";

    /** Service property, {@code FIRST}, {@code MIDDLE} or {@code LAST} (optional), see {@link EventOrder}. */
    String EVENT_ORDER = "event.order";

    /** Service property, Boolean (optional): whether it is a part of Tucuxi, see {@link BuiltIn}. */
    String BUILT_IN = "event.built.in";

    /**
     * Handles one emission.
     *
     * @param event the event; see its class for what may be changed
     * @return null for "no answer"; anything else is an answer, also false, 0 and empty collections
     */
    R handle(E event);
}
