package org.tucuxi.credentials.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes when a test wants it to. */
public final class MovingClock extends Clock {

    /** When each clock starts. */
    public static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

    private volatile Instant now = START;

    /** Goes on. */
    public void move(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
