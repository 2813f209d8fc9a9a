package org.tucuxi.emitter;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Counts the emissions that may call one handler component, and lets no more of them in once it is closed.
 *
 * <p>The count is striped by thread, so that threads which emit at the same time do not share a cache line. A thread
 * counts up and down on the same stripe; no stripe is therefore ever below the number of emissions inside, and when the
 * sum of a closed gate has fallen to some number, no more than that many emissions are inside, although the stripes are
 * read one by one.
 */
final class Gate {

    private static final int STRIPES = stripes(Runtime.getRuntime().availableProcessors());
    /** A cache line of 64 bytes. */
    private static final int SPACING = 16;

    private final AtomicIntegerArray inside = new AtomicIntegerArray((STRIPES + 1) * SPACING);
    private volatile boolean closed;

    private static int stripes(int processors) {
        return Math.min(16, Integer.highestOneBit(Math.max(1, processors * 2 - 1)) * 2);
    }

    private static int stripe() {
        return ((int) Thread.currentThread().getId() & (STRIPES - 1)) * SPACING + SPACING / 2;
    }

    /**
     * Enters.
     *
     * @return false when the gate is closed; then the caller is not inside
     */
    boolean enter() {
        int stripe = stripe();
        inside.getAndIncrement(stripe);
        // Counted first, looked second; close() does it the other way round: one of the two sees the other.
        if (closed) {
            inside.getAndDecrement(stripe);
            return false;
        }
        return true;
    }

    void leave() {
        inside.getAndDecrement(stripe());
    }

    void close() {
        closed = true;
    }

    /** How many emissions are inside; never too few once the gate is closed. */
    int inside() {
        int sum = 0;
        for (int i = 0; i < STRIPES; i++) {
            sum += inside.get(i * SPACING + SPACING / 2);
        }
        return sum;
    }
}
