package org.tucuxi.client.validation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;

/** A point in time: a date object, seconds since 1970, or a text that tells one. */
final class TimestampRule extends Rule {

    private static final String VALID_TYPES = "class java.time.Instant, class java.time.OffsetDateTime,"
            + " class java.time.ZonedDateTime, class java.util.Date, timestamp-string";
    /** The years 1 to 9999, which is all that any of the timestamp formats can tell. */
    private static final double FIRST_SECOND = -62_135_596_800d;
    private static final double LAST_SECOND = 253_402_300_799d;

    TimestampRule(boolean secret) {
        super(secret);
    }

    @Override
    boolean check(Object value, Report report, int depth) {
        return isTime(value) || wrongType(value, VALID_TYPES, report);
    }

    private static boolean isTime(Object value) {
        if (value instanceof Instant || value instanceof Date || value instanceof OffsetDateTime
                || value instanceof ZonedDateTime || value instanceof Calendar) {
            return true;
        }
        if (value instanceof Number number) {
            return isSecond(number.doubleValue());
        }
        return value instanceof LocalDateTime || value instanceof LocalDate
                || value instanceof CharSequence text && TimestampTexts.isTimestamp(text.toString().strip());
    }

    static boolean isSecond(double second) {
        return second >= FIRST_SECOND && second <= LAST_SECOND;
    }
}
