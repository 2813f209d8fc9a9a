package org.tucuxi.retries;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Pauses between attempts. */
final class Pause {

    /** Far longer than anybody waits, and far from overflowing. */
    private static final double LONGEST = TimeUnit.DAYS.toSeconds(365);

    private Pause() {
    }

    static Duration ofSeconds(double seconds) {
        return Duration.ofNanos((long) (Math.min(seconds, LONGEST) * 1e9));
    }

    static double random() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
