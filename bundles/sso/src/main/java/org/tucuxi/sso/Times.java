package org.tucuxi.sso;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Times in the files of the AWS CLI. */
final class Times {

    private static final long LONGEST = 100L * 365 * 24 * 3600;

    private Times() {
    }

    /**
     * A time from now.
     *
     * @param now the time
     * @param seconds what a service said; a time that no calendar has is a hundred years from now
     * @return not before now
     */
    static Instant after(Instant now, Number seconds) {
        return now.plusSeconds(Math.max(0, Math.min(LONGEST, seconds.longValue())));
    }

    /**
     * Reads a time; older versions of the CLI write {@code UTC} at its end, and without an offset it is UTC.
     *
     * @param value what stands in the file
     * @return the time, or empty when it is none
     */
    static Optional<Instant> read(Object value) {
        if (!(value instanceof String text) || text.length() > 64) {
            return Optional.empty();
        }
        String plain = text.strip().replace(' ', 'T');
        if (plain.endsWith("UTC")) {
            plain = plain.substring(0, plain.length() - 3) + 'Z';
        }
        try {
            TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(plain, OffsetDateTime::from,
                    LocalDateTime::from);
            return Optional.of(time instanceof OffsetDateTime offset ? offset.toInstant()
                    : ((LocalDateTime) time).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes a time as the CLI does: in whole seconds.
     *
     * @param time the time
     * @return for example {@code 2026-01-31T12:00:00Z}
     */
    static String write(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS));
    }
}
