package org.tucuxi.emitter;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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

    private static final VarHandle INDEX;

    static {
        try {
            INDEX = MethodHandles.lookup().findVarHandle(GuardedEmission.class, "index", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** What becomes of the answers. */
    enum Kind { FIRE, FIRST, UNTIL_ANSWER, ALL }

    private final Sequence sequence;
    private final Event<Object> event;
    private final Kind kind;
    private final List<Response<Object>> responses;
    private final List<Step> steps;
    /** The emission whose handler made this one, on the same thread. */
    private Object outer;
    /** Which handler is running; others look at it while they search for slow ones. */
    private int index;
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

    // For other threads, too

    Object outer() {
        return outer;
    }

    int index() {
        return (int) INDEX.getOpaque(this);
    }

    boolean calls(HandlerComponent component) {
        return sequence.calls(component);
    }

    String label(int handler) {
        return sequence.label(handler);
    }

    String event() {
        return event.name();
    }

    /** Lets those who list handlers see that the one that is running was reported. */
    void noteSlow(String report) {
        HandlerComponent component = sequence.component(index());
        if (component != null) {
            component.noteSlow(report.substring(0, (report + '\n').indexOf('\n')));
        }
    }

    void runAndLeave() {
        long start = steps == null ? 0 : System.nanoTime();
        AtomicReference<Object> innermost = OwnEmissions.innermost();
        outer = innermost.getPlain();
        innermost.setRelease(this);
        try {
            run();
        } finally {
            innermost.setRelease(outer);
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
            if (i > 0) {
                INDEX.setOpaque(this, i);
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
