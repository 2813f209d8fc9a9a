package org.tucuxi.event;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A hierarchical event emitter with boto3's semantics, and the place where handler components are bound.
 *
 * <p><b>Names.</b> A name is split at dots. A registration matches an emitted name when its parts match the leading
 * parts; {@code *} as a whole part of a registered name matches exactly one part. Every name given to an emitter goes
 * through the alias table of the reference first ({@code events} becomes {@code eventbridge}).
 *
 * <p><b>Order.</b> Deeper registrations run before shallower ones; at a branch the whole wildcard subtree runs before
 * the whole literal subtree; inside a node first, middle and last section, each in the order of registration, code before
 * components.
 *
 * <p><b>Unique ids.</b> An id is unique over the whole emitter. Registering a known id again is ignored, or counted when
 * both registrations count; mixing counting and not counting is an error.
 *
 * <p><b>Isolation.</b> {@link #copy()} duplicates what code registered; nothing done later on one side is seen on the other,
 * counters of unique ids included. Handler components are live: they are bound to and unbound from all copies at once.
 *
 * <p>Emitters are safe for use by many threads; emitting takes no lock. Handlers are resolved before the first of them runs,
 * so a registration made during an emission affects only later ones.
 */
@ProviderType
public interface Emitter {

    /**
     * Appends a handler to the middle section of a node.
     *
     * @param name the event name or pattern
     * @param handler the handler
     * @return closes the registration
     */
    default Registration register(String name, EventHandler<?, ?> handler) {
        return register(name, handler, null, false);
    }

    /**
     * Appends a handler to the middle section of a node, unless the id is known.
     *
     * @param name the event name or pattern
     * @param handler the handler
     * @param uniqueId the id, or null for none
     * @return closes the registration
     */
    default Registration register(String name, EventHandler<?, ?> handler, String uniqueId) {
        return register(name, handler, uniqueId, false);
    }

    /**
     * Appends a handler to the middle section of a node.
     *
     * @param name the event name or pattern
     * @param handler the handler
     * @param uniqueId the id, or null for none
     * @param usesCount whether registrations of the id are counted
     * @return closes the registration
     * @throws IllegalArgumentException when the id is known and was registered with the other kind of counting
     */
    Registration register(String name, EventHandler<?, ?> handler, String uniqueId, boolean usesCount);

    /**
     * Appends a handler to the first section of a node.
     *
     * @param name the event name or pattern
     * @param handler the handler
     * @return closes the registration
     */
    default Registration registerFirst(String name, EventHandler<?, ?> handler) {
        return registerFirst(name, handler, null, false);
    }

    /**
     * Appends a handler to the first section of a node, unless the id is known.
     *
     * @param name the event name or pattern
     * @param handler the handler
     * @param uniqueId the id, or null for none
     * @return closes the registration
     */
    default Registration registerFirst(String name, EventHandler<?, ?> handler, String uniqueId) {
        return registerFirst(name, handler, uniqueId, false);
    }

    /**
     * Appends a handler to the first section of a node; see {@link #register(String, EventHandler, String, boolean)}.
     *
     * @param name the event name or pattern
     * @param handler the handler
     * @param uniqueId the id, or null for none
     * @param usesCount whether registrations of the id are counted
     * @return closes the registration
     * @throws IllegalArgumentException when the id is known and was registered with the other kind of counting
     */
    Registration registerFirst(String name, EventHandler<?, ?> handler, String uniqueId, boolean usesCount);

    /**
     * Appends a handler to the last section of a node.
     *
     * @param name the event name or pattern
     * @param handler the handler
     * @return closes the registration
     */
    default Registration registerLast(String name, EventHandler<?, ?> handler) {
        return registerLast(name, handler, null, false);
    }

    /**
     * Appends a handler to the last section of a node, unless the id is known.
     *
     * @param name the event name or pattern
     * @param handler the handler
     * @param uniqueId the id, or null for none
     * @return closes the registration
     */
    default Registration registerLast(String name, EventHandler<?, ?> handler, String uniqueId) {
        return registerLast(name, handler, uniqueId, false);
    }

    /**
     * Appends a handler to the last section of a node; see {@link #register(String, EventHandler, String, boolean)}.
     *
     * @param name the event name or pattern
     * @param handler the handler
     * @param uniqueId the id, or null for none
     * @param usesCount whether registrations of the id are counted
     * @return closes the registration
     * @throws IllegalArgumentException when the id is known and was registered with the other kind of counting
     */
    Registration registerLast(String name, EventHandler<?, ?> handler, String uniqueId, boolean usesCount);

    /**
     * Removes the first equal handler of exactly that node, searching the first, middle and last section. Unknown names and
     * handlers are ignored. Handler components cannot be removed this way: stop their bundle.
     *
     * @param name the name as it was registered
     * @param handler the handler
     */
    default void unregister(String name, EventHandler<?, ?> handler) {
        unregister(name, handler, null, false);
    }

    /**
     * Removes one registration.
     *
     * @param name the name as it was registered; with another name the id is forgotten but its handler stays
     * @param handler the handler; ignored when there is an id
     * @param uniqueId the id, or null for none; an unknown id is ignored
     * @param usesCount whether registrations of the id are counted: then the handler goes with the last count
     * @throws IllegalArgumentException when the id was registered with the other kind of counting
     */
    void unregister(String name, EventHandler<?, ?> handler, String uniqueId, boolean usesCount);

    /**
     * Runs every matching handler.
     *
     * @param event the event
     * @param <R> the answer's type
     * @return one response for each handler that ran, in order; empty when nobody listens
     */
    <R> List<Response<R>> emit(Event<R> event);

    /**
     * Runs matching handlers in order until one answers something that is not null.
     *
     * @param event the event
     * @param <R> the answer's type
     * @return the answer and who gave it; (last handler, null) when nobody answered, (null, null) when nobody listens
     */
    <R> Response<R> emitUntilResponse(Event<R> event);

    /**
     * The slot of one event name, for repeated emission. The same name gives the same slot.
     *
     * @param name the concrete event name
     * @return the slot
     */
    EventSlot slot(String name);

    /**
     * Makes a copy that has this emitter's registrations by code, as they are now, and the same handler components, live.
     *
     * @return the copy
     */
    Emitter copy();

    /**
     * What code has registered here, without handler components: those are {@link EmitterFactory#handlers()}.
     *
     * @return a snapshot: by name, then in the order of the section
     */
    default List<RegisteredHandler> registered() {
        return List.of();
    }

    /**
     * Watches all emissions of this emitter and its copies, also those that nobody handles: what the shell's trace uses. The
     * cost is paid only while someone watches.
     *
     * @param observer told of every emission
     * @return ends the watching
     */
    Registration observe(EmissionObserver observer);
}
