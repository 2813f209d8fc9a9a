package org.tucuxi.client;

import java.time.Duration;
import java.time.Instant;

/** The time that calls go by: a seam, so that tests need not wait for it to pass. */
interface CallTime {

    /** The computer's. */
    CallTime SYSTEM = new CallTime() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
        }
    };

    /** What the clock shows. */
    Instant now();

    /** Nanoseconds since some moment, that nobody can set. */
    long nanos();

    /** Lets time pass. */
    void sleep(Duration duration) throws InterruptedException;
}
