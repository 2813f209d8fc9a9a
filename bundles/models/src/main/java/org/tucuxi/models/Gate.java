package org.tucuxi.models;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts the calls that use a service bundle, and lets nobody in while the bundle is not complete.
 *
 * <p>Entering is an addition on a counter of the thread's own stripe and one volatile read. Who closes writes the flag
 * first and reads the counters then; who enters does it the other way round: so one of the two sees the other. A call
 * may leave on another thread than it entered on, hence a stripe may be negative and only the sum counts. The sum
 * never reads too small: all entries that succeeded came before the flag, and an entry that fails takes itself back on
 * the same stripe.
 */
final class Gate {

    private static final int STRIPES = 16;
    /** Longs between stripes, so that no two share a cache line. */
    private static final int SPREAD = 16;

    private final AtomicLongArray inside = new AtomicLongArray(STRIPES * SPREAD);
    private final Object left = new Object();
    private volatile boolean open;
    private volatile boolean gone;
    private volatile long closedAt = System.nanoTime();

    boolean enter() {
        int stripe = stripe();
        inside.getAndIncrement(stripe);
        if (open) {
            return true;
        }
        inside.getAndDecrement(stripe);
        tellLeft();
        return false;
    }

    void leave() {
        inside.getAndDecrement(stripe());
        if (!open) {
            tellLeft();
        }
    }

    private static int stripe() {
        long id = Thread.currentThread().getId();
        return (int) (id & STRIPES - 1) * SPREAD;
    }

    private void tellLeft() {
        synchronized (left) {
            left.notifyAll();
        }
    }

    boolean isOpen() {
        return open;
    }

    boolean isGone() {
        return gone;
    }

    /** Lets calls in, unless the gate is closed for ever. */
    synchronized void open() {
        open = !gone;
    }

    /** Lets no more calls in until it is opened again. */
    synchronized void close() {
        if (open) {
            closedAt = System.nanoTime();
        }
        open = false;
    }

    /** Lets no calls in any more. */
    synchronized void closeForEver() {
        gone = true;
        close();
    }

    /** How many calls are inside; exact once the gate is closed and calls stopped trying to enter. */
    long inside() {
        long sum = 0;
        for (int i = 0; i < inside.length(); i += SPREAD) {
            sum += inside.get(i);
        }
        return sum;
    }

    /**
     * Waits until all calls have left a closed gate. The time counts from the closing: a bundle has many handlers, and
     * each of them asks. An interrupt ends the waiting and stays set.
     *
     * @return false when calls are still inside after the time
     */
    boolean drain(long millis) {
        long deadline = closedAt + TimeUnit.MILLISECONDS.toNanos(millis);
        synchronized (left) {
            while (inside() > 0) {
                long remaining = deadline - System.nanoTime();
                if (remaining <= 0) {
                    return false;
                }
                try {
                    TimeUnit.NANOSECONDS.timedWait(left, remaining);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return inside() <= 0;
                }
            }
        }
        return true;
    }
}
