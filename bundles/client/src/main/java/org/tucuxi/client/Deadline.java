package org.tucuxi.client;

import java.time.Duration;
import java.util.concurrent.Future;
import org.tucuxi.CallTimeoutException;

/**
 * The moment by which a call must have ended. When it comes, the call's thread is interrupted, so whatever it waits for
 * (an answer, a pause, credentials) gives up; what the call then fails with, says that its time had passed.
 */
final class Deadline {

    private final CallTime time;
    private final Thread thread = Thread.currentThread();
    private final Duration timeout;
    private final String operation;
    private final String service;
    private final long at;
    private final Future<?> alarm;
    /** Guarded by this, as is whether it struck. */
    private boolean ended;
    private boolean struck;
    /** Of the call's thread alone, as is the failure. */
    private int attempts;
    private RuntimeException lastFailure;

    private Deadline(CallTime time, Alarms alarms, Duration timeout, String operation, String service) {
        this.service = service;
        this.time = time;
        this.timeout = timeout;
        this.operation = operation;
        long nanos = nanos(timeout);
        this.at = time.nanos() + nanos;
        this.alarm = alarms.after(nanos, this::strike);
    }

    /** Begins to watch the calling thread; {@link #end} must follow. */
    static Deadline start(CallTime time, Alarms alarms, Duration timeout, String operation, String service) {
        return new Deadline(time, alarms, timeout, operation, service);
    }

    private static long nanos(Duration timeout) {
        try {
            return timeout.toNanos();
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE / 2;
        }
    }

    private synchronized void strike() {
        if (!ended) {
            struck = true;
            thread.interrupt();
        }
    }

    /** Whether the thread was interrupted because the time had passed. */
    synchronized boolean hasStruck() {
        return struck;
    }

    /** Stops watching. The interruption, if there was one, was the call's and ends with it. */
    void end() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            if (struck) {
                Thread.interrupted();
                return;
            }
        }
        alarm.cancel(false);
    }

    void attempt(int number) {
        attempts = number;
    }

    /** Remembers how the latest attempt failed by itself. */
    void failed(RuntimeException failure) {
        lastFailure = failure;
    }

    /** Whether a pause, and something after it, has its place before the deadline. */
    boolean allows(Duration pause) {
        return pause.compareTo(Duration.ofNanos(at - time.nanos())) < 0;
    }

    /** What the call ends with whose time passed while it waited for something. */
    CallTimeoutException passed(RuntimeException interrupted) {
        // Handlers that learn of the error shall not be interrupted.
        end();
        CallTimeoutException result = exception(attempts == 0 ? "it was not sent"
                : "attempt " + attempts + " was under way and is given up");
        if (interrupted != lastFailure) {
            result.addSuppressed(interrupted);
        }
        return result;
    }

    /** What the call ends with whose next attempt would come too late. */
    CallTimeoutException tooLate(Duration pause) {
        end();
        return exception("attempt " + attempts + " failed, and the next would begin only after a pause of " + pause);
    }

    private CallTimeoutException exception(String state) {
        String last = lastFailure == null ? "" : ". The last attempt that failed: " + lastFailure.getMessage();
        return new CallTimeoutException(operation + " of " + service + " did not end within " + timeout + ": " + state + last
                + ". Give it more time by CallOptions.timeout or the option call_timeout", operation, timeout, attempts,
                lastFailure);
    }
}
