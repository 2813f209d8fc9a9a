package org.tucuxi.emitter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventSlot;
import org.tucuxi.event.Response;

/**
 * One event name on one emitter. Handlers that code registered run in a plain loop right here; a sequence with handler
 * components or observers takes the way through {@link GuardedEmission}.
 */
final class Slot implements EventSlot {

    private static final Response<?> NOBODY = new Response<>(null, null);

    private final HierarchicalEmitter emitter;
    private final String name;
    /** Null when it must be resolved. Written under the emitter's lock only. */
    private volatile Sequence sequence;

    Slot(HierarchicalEmitter emitter, String name) {
        this.emitter = emitter;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    Sequence current() {
        Sequence resolved = sequence;
        return resolved == null ? emitter.resolve(this) : resolved;
    }

    Sequence resolved() {
        return sequence;
    }

    void resolved(Sequence fresh) {
        sequence = fresh;
    }

    @Override
    public boolean isEmpty() {
        return current() == Sequence.EMPTY;
    }

    @Override
    public void fire(Event<?> event) {
        EventHandler<Event<Object>, Object>[] handlers = current().plain();
        if (handlers == null) {
            guarded(event, GuardedEmission.Kind.FIRE);
            return;
        }
        if (handlers.length == 0) {
            return;
        }
        Event<Object> erased = named(event);
        int i = 0;
        try {
            for (; i < handlers.length; i++) {
                handlers[i].handle(erased);
            }
        } catch (ClassCastException e) {
            throw Misfit.event(handlers[i], event, e);
        }
    }

    @Override
    public <R> R first(Event<R> event) {
        EventHandler<Event<Object>, Object>[] handlers = current().plain();
        if (handlers == null) {
            return answer(guarded(event, GuardedEmission.Kind.FIRST).answer());
        }
        if (handlers.length == 0) {
            return null;
        }
        Event<Object> erased = named(event);
        Object first = null;
        int i = 0;
        try {
            for (; i < handlers.length; i++) {
                Object answer = handlers[i].handle(erased);
                if (answer != null) {
                    answer = Misfit.checked(handlers[i], event, answer);
                    first = first == null ? answer : first;
                }
            }
        } catch (ClassCastException e) {
            throw Misfit.event(handlers[i], event, e);
        }
        return answer(first);
    }

    @Override
    public <R> R untilAnswer(Event<R> event) {
        EventHandler<Event<Object>, Object>[] handlers = current().plain();
        if (handlers == null) {
            return answer(guarded(event, GuardedEmission.Kind.UNTIL_ANSWER).answer());
        }
        if (handlers.length == 0) {
            return null;
        }
        Event<Object> erased = named(event);
        int i = 0;
        try {
            for (; i < handlers.length; i++) {
                Object answer = handlers[i].handle(erased);
                if (answer != null && Misfit.checked(handlers[i], event, answer) != null) {
                    return answer(answer);
                }
            }
        } catch (ClassCastException e) {
            throw Misfit.event(handlers[i], event, e);
        }
        return null;
    }

    /** Runs every handler: {@link org.tucuxi.event.Emitter#emit}. */
    <R> List<Response<R>> all(Event<R> event) {
        EventHandler<Event<Object>, Object>[] handlers = current().plain();
        if (handlers == null) {
            return responses(guarded(event, GuardedEmission.Kind.ALL).responses());
        }
        if (handlers.length == 0) {
            return List.of();
        }
        Event<Object> erased = named(event);
        List<Response<Object>> responses = new ArrayList<>(handlers.length);
        int i = 0;
        try {
            for (; i < handlers.length; i++) {
                Object answer = handlers[i].handle(erased);
                Object checked = answer == null ? null : Misfit.checked(handlers[i], event, answer);
                responses.add(new Response<>(handlers[i], checked));
            }
        } catch (ClassCastException e) {
            throw Misfit.event(handlers[i], event, e);
        }
        return responses(responses);
    }

    /** Runs handlers until one answers: {@link org.tucuxi.event.Emitter#emitUntilResponse}. */
    <R> Response<R> untilResponse(Event<R> event) {
        EventHandler<Event<Object>, Object>[] handlers = current().plain();
        if (handlers == null) {
            GuardedEmission emission = guarded(event, GuardedEmission.Kind.UNTIL_ANSWER);
            return new Response<>(emission.last(), answer(emission.answer()));
        }
        if (handlers.length == 0) {
            return nobody();
        }
        Event<Object> erased = named(event);
        int i = 0;
        try {
            for (; i < handlers.length; i++) {
                Object answer = handlers[i].handle(erased);
                if (answer != null && Misfit.checked(handlers[i], event, answer) != null) {
                    return new Response<>(handlers[i], answer(answer));
                }
            }
        } catch (ClassCastException e) {
            throw Misfit.event(handlers[i], event, e);
        }
        return new Response<>(handlers[handlers.length - 1], null);
    }

    private GuardedEmission guarded(Event<?> event, GuardedEmission.Kind kind) {
        Sequence entered = current();
        while (!entered.enter()) {
            // A component has just gone; it left the tries before its gate was closed, so resolving again cannot bring
            // it back.
            emitter.drop(this, entered);
            entered = current();
        }
        GuardedEmission emission = new GuardedEmission(entered, named(event), kind);
        emission.runAndLeave();
        return emission;
    }

    @SuppressWarnings("unchecked")
    private Event<Object> named(Event<?> event) {
        if (!name.equals(event.name())) {
            event.emittedAs(name);
        }
        return (Event<Object>) event;
    }

    @SuppressWarnings("unchecked")
    private static <R> Response<R> nobody() {
        return (Response<R>) NOBODY;
    }

    @SuppressWarnings("unchecked")
    private static <R> R answer(Object checked) {
        return (R) checked;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <R> List<Response<R>> responses(List<Response<Object>> checked) {
        return (List) Collections.unmodifiableList(checked);
    }
}
