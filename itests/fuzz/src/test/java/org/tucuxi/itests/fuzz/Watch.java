package org.tucuxi.itests.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Consumer;

/**
 * Runs attempts in a thread with little stack, and watches that none takes too long. Time is that of the processor, so
 * that a
 * busy machine is no failure; only what does not use the processor at all is judged by the clock.
 */
final class Watch {

    /** The stack of a thread of an ordinary pool is twice this. */
    private static final long STACK = 512 << 10;
    private static final long MOST_CPU_NANOS = 2_000_000_000L;
    private static final long MOST_NANOS = 120_000_000_000L;
    private static final int LOOK_MILLIS = 20;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private volatile Started current;
    private volatile Throwable broken;

    private record Started(Attempt attempt, long cpu, long nanos) {
    }

    /** What takes too long, and where it is. */
    record Overdue(Attempt attempt, Throwable place) {
    }

    /** Makes one attempt; for the thread that is watched. */
    Judge.Verdict judge(Attempt attempt) {
        current = new Started(attempt, threads.getCurrentThreadCpuTime(), System.nanoTime());
        try {
            return Judge.judge(attempt);
        } finally {
            current = null;
        }
    }

    /** Runs work until it ends or an attempt in it takes too long; null when it ended. */
    Overdue run(Consumer<Watch> work) throws InterruptedException {
        Thread thread = new Thread(null, () -> work.accept(this), "fuzz", STACK);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((failed, e) -> broken = e);
        thread.start();
        for (thread.join(LOOK_MILLIS); thread.isAlive(); thread.join(LOOK_MILLIS)) {
            Started seen = current;
            if (seen != null && isOverdue(seen, thread) && current == seen) {
                Throwable place = new IllegalStateException("still at work here");
                place.setStackTrace(thread.getStackTrace());
                return new Overdue(seen.attempt(), place);
            }
        }
        if (broken != null) {
            throw new IllegalStateException("The test itself failed", broken);
        }
        return null;
    }

    private boolean isOverdue(Started started, Thread thread) {
        return threads.getThreadCpuTime(thread.getId()) - started.cpu() > MOST_CPU_NANOS
                || System.nanoTime() - started.nanos() > MOST_NANOS;
    }
}
