package org.tucuxi.itests.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The time of one lane of calls; it stands still unless somebody waits. Belongs to one thread. */
public final class VirtualTime {

    private final Instant start = Instant.parse("2026-03-01T00:00:00Z");
    private final List<Duration> pauses = new ArrayList<>();
    private Duration held = Duration.ZERO;
    private long nanos;

    /** What a clock would show. */
    public Instant now() {
        return start.plusNanos(nanos);
    }

    /** Nanoseconds since the beginning. */
    public long nanos() {
        return nanos;
    }

    /** A pause between attempts. */
    public void pause(Duration pause) {
        pauses.add(pause);
        pass(pause);
    }

    /** A wait for the rate limiter. */
    public void hold(Duration wait) {
        held = held.plus(wait);
        pass(wait);
    }

    void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    /** The pauses since this was asked last. */
    List<Duration> takePauses() {
        List<Duration> result = List.copyOf(pauses);
        pauses.clear();
        return result;
    }

    /** How long the rate limiter held requests back since this was asked last. */
    Duration takeHeld() {
        Duration result = held;
        held = Duration.ZERO;
        return result;
    }
}
