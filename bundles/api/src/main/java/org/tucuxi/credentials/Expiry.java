package org.tucuxi.credentials;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/**
 * The time at which credentials or tokens end, for providers: as environments, processes, metadata services and the
 * files of the AWS CLI write it. It is here once because providers in several bundles have to agree on what they accept.
 */
public final class Expiry {

    private static final long LONGEST = 100L * 365 * 24 * 3600;
    private static final int LONGEST_TEXT = 64;

    private Expiry() {
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

    /**
     * Reads a time of a file, where anything may stand.
     *
     * @param value what stands in the file, or {@code null}
     * @return the time, or empty when it is none that {@link #parse} understands
     */
    public static Optional<Instant> read(Object value) {
        if (!(value instanceof String text) || text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * A time from now.
     *
     * @param now the time
     * @param seconds what a service said; a time that no calendar has is a hundred years from now
     * @return not before now
     */
    public static Instant after(Instant now, Number seconds) {
        return now.plusSeconds(Math.max(0, Math.min(LONGEST, seconds.longValue())));
    }

    /**
     * Writes a time as the CLI does: in whole seconds.
     *
     * @param time the time
     * @return for example {@code 2026-01-31T12:00:00Z}
     */
    public static String write(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS));
    }
}
