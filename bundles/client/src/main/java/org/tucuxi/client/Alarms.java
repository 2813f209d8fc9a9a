package org.tucuxi.client;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.tucuxi.ClosedException;

/** Watches over the deadlines of all calls: one thread, made for the first deadline, gone when the bundle stops. */
final class Alarms {

    private ScheduledThreadPoolExecutor timer;
    private boolean closed;

    /** Runs something short after a while, unless it is cancelled before. */
    Future<?> after(long nanos, Runnable alarm) {
        try {
            return timer().schedule(alarm, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            throw new ClosedException("The bundle org.tucuxi.client was stopped");
        }
    }

    private synchronized ScheduledThreadPoolExecutor timer() {
        if (closed) {
            throw new ClosedException("The bundle org.tucuxi.client was stopped");
        }
        if (timer == null) {
            timer = new ScheduledThreadPoolExecutor(1, work -> {
                Thread thread = new Thread(work, "tucuxi-deadlines");
                thread.setDaemon(true);
                return thread;
            });
            // Nearly every call ends in time: what it leaves behind would pile up until its deadline.
            timer.setRemoveOnCancelPolicy(true);
        }
        return timer;
    }

    /** How many deadlines are watched, for tests. */
    synchronized int watched() {
        return timer == null ? 0 : timer.getQueue().size();
    }

    synchronized void close() {
        closed = true;
        if (timer != null) {
            timer.shutdownNow();
        }
    }
}
