package org.tucuxi.credentials.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** The time at which credentials end, as environments, processes and metadata services write it. */
public final class Expiration {

    private Expiration() {
    }

    /**
     * Reads a time in ISO 8601; one without an offset, and one that ends in {@code UTC}, is UTC.
     *
     * @param text for example {@code 2026-01-31T12:00:00Z}
     * @return the time
     * @throws DateTimeException when it is none; its message repeats the text, which may be a secret in the wrong place
     */
    public static Instant parse(String text) {
        String plain = text.strip().replace(' ', 'T');
        if (plain.endsWith("UTC")) {
            plain = plain.substring(0, plain.length() - 3) + 'Z';
        }
        TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(plain, OffsetDateTime::from,
                LocalDateTime::from);
        return time instanceof OffsetDateTime offset ? offset.toInstant()
                : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
    }
}
