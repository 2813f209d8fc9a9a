package org.tucuxi.emitter;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports a handler while it is still running after some time, because it holds up a call. A thread of its own looks at
 * what is running now and then: emissions themselves read no clock.
 *
 * <p>Watched are the emissions that call handler components, all their handlers included. A handler is reported at most
 * once a minute, however many threads are in it.
 */
final class SlowHandlers implements AutoCloseable {

    static final String THREAD_NAME = "tucuxi-slow-handlers";

    private static final Logger LOG = LoggerFactory.getLogger(SlowHandlers.class);
    private static final long SILENCE_NANOS = TimeUnit.MINUTES.toNanos(1);
    /** How late a report may be, as a part of the limit. */
    private static final int LOOKS = 10;
    private static final int MAX_REMEMBERED = 1000;

    private final long limitNanos;
    private final BiConsumer<GuardedEmission, String> reporter;
    /** Emissions that ran when they were looked at last. Belongs to the thread. */
    private Map<GuardedEmission, Running> seen = new IdentityHashMap<>();
    /** When a handler was reported last, by its label. Belongs to the thread. */
    private final Map<String, Long> reported = new HashMap<>();
    private final Thread thread;
    private volatile boolean closed;

    /** Since when an emission has been at one of its handlers. */
    private record Running(int index, long since) {
    }

    /**
     * Begins to look.
     *
     * @param limitNanos how long a handler may run without being reported; 0 for as long as it likes
     */
    SlowHandlers(long limitNanos) {
        this(limitNanos, (emission, text) -> {
            LOG.warn("{}", text);
            emission.noteSlow(text);
        });
    }

    SlowHandlers(long limitNanos, BiConsumer<GuardedEmission, String> reporter) {
        this.limitNanos = limitNanos;
        this.reporter = reporter;
        this.thread = limitNanos <= 0 ? null : new Thread(this::run, THREAD_NAME);
        if (thread != null) {
            thread.setDaemon(true);
            // It must not hold on to whoever needed it first.
            thread.setContextClassLoader(null);
            thread.start();
        }
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(this, Math.max(1, limitNanos / LOOKS));
            if (!closed) {
                look(System.nanoTime());
            }
        }
    }

    private void look(long now) {
        Map<GuardedEmission, Running> running = new IdentityHashMap<>();
        OwnEmissions.forEach((emitter, emission) -> {
            int index = emission.index();
            Running before = seen.get(emission);
            Running one = before != null && before.index == index ? before : new Running(index, now);
            running.put(emission, one);
            if (now - one.since >= limitNanos) {
                report(emitter, emission, one, now);
            }
        });
        seen = running;
    }

    private void report(Thread emitter, GuardedEmission emission, Running one, long now) {
        String label = emission.label(one.index);
        Long last = reported.get(label);
        if (last != null && now - last < SILENCE_NANOS) {
            return;
        }
        if (reported.size() >= MAX_REMEMBERED) {
            reported.clear();
        }
        reported.put(label, now);
        reporter.accept(emission, "Handler " + label + " has been running for " + (now - one.since) / 1_000_000
                + " ms and holds up " + emission.event() + Unbinding.shown(emitter, emitter.getStackTrace()));
    }

    /** Ends the thread. */
    @Override
    public void close() {
        closed = true;
        if (thread == null || thread == Thread.currentThread()) {
            return;
        }
        LockSupport.unpark(thread);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
