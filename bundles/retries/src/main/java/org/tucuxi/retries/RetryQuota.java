package org.tucuxi.retries;

import java.util.concurrent.atomic.AtomicInteger;

/** How much a client may still spend on retries, so that a service in trouble is not buried under them. */
final class RetryQuota {

    static final int CAPACITY = 500;

    private final AtomicInteger available = new AtomicInteger(CAPACITY);

    boolean acquire(int amount) {
        int now = available.get();
        while (amount <= now) {
            if (available.compareAndSet(now, now - amount)) {
                return true;
            }
            now = available.get();
        }
        return false;
    }

    /** Gives back, up to the capacity. When nothing is missing, as is usual, this is one read. */
    void release(int amount) {
        int now = available.get();
        while (now < CAPACITY && !available.compareAndSet(now, Math.min(CAPACITY, now + amount))) {
            now = available.get();
        }
    }

    int available() {
        return available.get();
    }
}
