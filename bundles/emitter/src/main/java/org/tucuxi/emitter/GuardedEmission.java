package org.tucuxi.emitter;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.event.EmissionObserver;
import org.tucuxi.event.EmissionObserver.Emission;
import org.tucuxi.event.EmissionObserver.Step;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.Response;

/** One emission that calls handler components, whose gates it has entered, or that is observed. */
final class GuardedEmission {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedEmission.class);

    /** What becomes of the answers. */
    enum Kind { FIRE, FIRST, UNTIL_ANSWER, ALL }

    private final Sequence sequence;
    private final Event<Object> event;
    private final Kind kind;
    private final List<Response<Object>> responses;
    private final List<Step> steps;
    private EventHandler<?, ?> last;
    private Object answer;

    GuardedEmission(Sequence sequence, Event<Object> event, Kind kind) {
        this.sequence = sequence;
        this.event = event;
        this.kind = kind;
        this.responses = kind == Kind.ALL ? new ArrayList<>(sequence.handlers().length) : List.of();
        this.steps = sequence.observers().length == 0 ? null : new ArrayList<>(sequence.handlers().length);
    }

    Object answer() {
        return answer;
    }

    EventHandler<?, ?> last() {
        return last;
    }

    List<Response<Object>> responses() {
        return responses;
    }

    void runAndLeave() {
        long start = steps == null ? 0 : System.nanoTime();
        try {
            run();
        } finally {
            sequence.leave();
            if (steps != null) {
                tell(System.nanoTime() - start);
            }
        }
    }

    private void run() {
        EventHandler<Event<Object>, Object>[] handlers = sequence.handlers();
        for (int i = 0; i < handlers.length; i++) {
            if (sequence.isGone(i)) {
                continue;
            }
            Object given = steps == null ? call(handlers[i]) : observedCall(i);
            last = handlers[i];
            Object checked = given == null || kind == Kind.FIRE ? null : Misfit.checked(last, event, given);
            if (kind == Kind.ALL) {
                responses.add(new Response<>(last, checked));
            } else if (checked != null && answer == null) {
                answer = checked;
                if (kind == Kind.UNTIL_ANSWER) {
                    return;
                }
            }
        }
    }

    private Object call(EventHandler<Event<Object>, Object> handler) {
        try {
            return handler.handle(event);
        } catch (ClassCastException e) {
            throw Misfit.event(handler, event, e);
        }
    }

    private Object observedCall(int index) {
        Object given = null;
        Throwable failure = null;
        long start = System.nanoTime();
        try {
            given = call(sequence.handlers()[index]);
            return given;
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            steps.add(new Step(sequence.label(index), given, failure, System.nanoTime() - start));
        }
    }

    private void tell(long nanos) {
        Emission emission = new Emission(event, List.copyOf(steps), nanos);
        for (EmissionObserver observer : sequence.observers()) {
            try {
                observer.emitted(emission);
            } catch (RuntimeException | LinkageError | AssertionError e) {
                LOG.warn("An observer of {} failed; it is ignored", event.name(), e);
            }
        }
    }
}
