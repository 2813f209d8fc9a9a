package org.tucuxi.client.waiter;

import java.time.Duration;

/** What happens between two calls. */
@FunctionalInterface
public interface Pause {

    /** Sleeps. */
    Pause SLEEP = duration -> Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);

    /**
     * Lets the time pass.
     *
     * @param duration how long
     * @throws InterruptedException when the thread is interrupted
     */
    void take(Duration duration) throws InterruptedException;
}
