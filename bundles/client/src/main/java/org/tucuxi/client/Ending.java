package org.tucuxi.client;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.tucuxi.ClosedException;

/** How clients end: calls in flight have a while to finish, together, and are cut when it is over. */
final class Ending {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private Ending() {
    }

    /** Until when calls in flight are waited for that begin to be waited for now. */
    static long deadline() {
        return System.nanoTime() + PATIENCE_NANOS;
    }

    /** Waits until the calls of a client have ended, until the deadline, or until the thread is interrupted. */
    static void await(ClientBinding last, long deadline) {
        // Without a call there is no need to walk the stack, which costs more than making the client did.
        long own = last.users() == 0 ? 0 : callsOfThisThread();
        while (last.users() > own && System.nanoTime() < deadline && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /** A handler may close its own client: it cannot wait for the call that it is a part of. */
    private static long callsOfThisThread() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE).walk(frames -> frames
                .filter(frame -> frame.getDeclaringClass() == LiveClient.class
                        && frame.getMethodName().equals("callOperation"))
                .count());
    }

    /** What a call fails with that was in flight when its client ended, and could not finish in time. */
    static ClosedException cut(String reason, RuntimeException cause) {
        return new ClosedException(reason + ", and the call that was in flight was cut. Whether the service did it is not"
                + " known", cause);
    }
}
