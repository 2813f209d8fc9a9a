package org.tucuxi.emitter;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for the emissions that may still call handler components. The components have left the tries before, so no new
 * emission finds them; an emission that has begun ends with the handlers it began with.
 */
final class Unbinding {

    private static final Logger LOG = LoggerFactory.getLogger(Unbinding.class);
    private static final long WARN_AFTER_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int FRAMES_SHOWN = 12;

    private final long timeoutNanos;

    Unbinding(long timeoutMillis) {
        this.timeoutNanos = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    }

    /**
     * When this returns, no emission calls the components any more: even one that was not waited for passes them over.
     */
    void await(List<HandlerComponent> components) {
        components.forEach(component -> component.gate().close());
        long start = System.nanoTime();
        for (HandlerComponent component : components) {
            await(component, start);
            component.goneNow();
        }
    }

    private void await(HandlerComponent component, long start) {
        int own = OwnEmissions.inside(component);
        boolean warned = false;
        boolean interrupted = false;
        long pause = 1000;
        while (component.gate().inside() > own) {
            long waited = System.nanoTime() - start;
            if (waited >= timeoutNanos) {
                LOG.warn("Handler {} is still running {} ms after it was asked to go. It is unbound all the same{}",
                        component.label(), waited / 1_000_000, whereabouts(component));
                break;
            }
            if (!warned && waited >= WARN_AFTER_NANOS) {
                warned = true;
                LOG.warn("Unbinding handler {} has waited {} ms for emissions that began with it, of at most {} ms{}",
                        component.label(), waited / 1_000_000, timeoutNanos / 1_000_000, whereabouts(component));
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_NANOS);
            // An interrupt is for who called, not for this wait; left set it would make parking return at once.
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The stack of a thread that is inside the handler, found by its class: costly, and only for the log. */
    private static String whereabouts(HandlerComponent component) {
        String handler = component.handler().getClass().getName();
        for (Map.Entry<Thread, StackTraceElement[]> thread : Thread.getAllStackTraces().entrySet()) {
            for (StackTraceElement frame : thread.getValue()) {
                if (frame.getClassName().equals(handler) && thread.getKey() != Thread.currentThread()) {
                    return shown(thread.getKey(), thread.getValue());
                }
            }
        }
        return "; no thread was found inside it, another handler of its emission may be the slow one";
    }

    static String shown(Thread thread, StackTraceElement[] stack) {
        StringBuilder text = new StringBuilder("; thread ").append(thread.getName()).append(" is at");
        for (int i = 0; i < Math.min(FRAMES_SHOWN, stack.length); i++) {
            text.append("\n\tat ").append(stack[i]);
        }
        return text.toString();
    }
}
