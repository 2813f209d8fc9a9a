package org.tucuxi.retries;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** Tells the time and lets it pass. */
interface Ticker {

    /** Monotonic, so that nobody who sets the clock stops a client. */
    Ticker SYSTEM = new Ticker() {
        @Override
        public double seconds() {
            return System.nanoTime() / 1e9;
        }

        @Override
        public void await(Condition condition, double seconds) throws InterruptedException {
            condition.await(Math.max(1, (long) Math.ceil(seconds * 1e6)), TimeUnit.MICROSECONDS);
        }
    };

    /** Seconds since some moment. */
    double seconds();

    /** Waits for the condition, but not longer than that. */
    void await(Condition condition, double seconds) throws InterruptedException;
}
