package org.tucuxi.protocols.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;

/** Points in time out of what users pass and what numbers say. */
public final class Instants {

    private static final int MAX_NUMBER_LENGTH = 64;
    /** As many fit into a long. */
    private static final int MAX_DIGITS = 18;
    private static final int MICRO_DIGITS = 6;
    private static final long MICROS = 1_000_000;

    private Instants() {
    }

    /**
     * The time that a parameter means. What has no zone is UTC; a number, or a text that is one, counts seconds since
     * 1970.
     *
     * @param value a date or time object, a number, or a text in ISO 8601 or RFC 822
     * @return the time
     * @throws ValueFault when it means none
     */
    public static Instant of(Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        if (value instanceof Long || value instanceof Integer) {
            return ofSecond(((Number) value).longValue(), 0);
        }
        if (value instanceof Number number) {
            return ofDecimal(number.toString());
        }
        if (value instanceof CharSequence text) {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return TimestampText.parse(bytes, 0, bytes.length);
        }
        return ofDate(value);
    }

    private static Instant ofDate(Object value) {
        if (value instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime());
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        if (value instanceof LocalDateTime time) {
            return time.toInstant(ZoneOffset.UTC);
        }
        if (value instanceof LocalDate date) {
            return date.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        if (value instanceof Calendar calendar) {
            return calendar.toInstant();
        }
        throw ValueFault.type(value, "a timestamp (Instant, Date, a number of seconds or an ISO 8601 text)");
    }

    /**
     * The time of a decimal number of seconds, to the microsecond like the reference's.
     *
     * @param number the seconds since 1970, for example {@code 1.7672256E9}
     * @return the time
     * @throws ValueFault when it is none
     */
    public static Instant ofDecimal(String number) {
        Instant exact = ofExact(number);
        return exact != null ? exact : ofRounded(number);
    }

    /**
     * The time of a number that needs no rounding, or null. Pages of results have thousands of them, and big numbers take
     * kilobytes each.
     */
    private static Instant ofExact(String number) {
        int length = number.length();
        boolean negative = length > 0 && number.charAt(0) == '-';
        int pos = negative ? 1 : 0;
        long digits = 0;
        int count = 0;
        int point = -1;
        for (; pos < length && count < MAX_DIGITS; pos++) {
            char c = number.charAt(pos);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + c - '0';
                count++;
            } else if (c == '.' && point < 0) {
                point = count;
            } else {
                break;
            }
        }
        int exponent = 0;
        if (pos == length - 2 && (number.charAt(pos) | 0x20) == 'e') {
            exponent = number.charAt(pos + 1) - '0';
            pos = length;
        }
        int zeros = MICRO_DIGITS + exponent - (point < 0 ? 0 : count - point);
        if (pos < length || count == 0 || exponent < 0 || exponent > 9 || zeros < 0 || count + zeros > MAX_DIGITS) {
            return null;
        }
        for (int i = 0; i < zeros; i++) {
            digits *= 10;
        }
        long micros = negative ? -digits : digits;
        return ofSecond(micros / MICROS, micros % MICROS * 1000);
    }

    private static Instant ofRounded(String number) {
        try {
            BigDecimal seconds = new BigDecimal(number.length() > MAX_NUMBER_LENGTH ? "" : number);
            // Written out, 1e999999999 has a thousand million digits.
            if (seconds.precision() - (long) seconds.scale() > 20 || seconds.scale() > MAX_NUMBER_LENGTH * 2) {
                throw new NumberFormatException();
            }
            BigDecimal micros = seconds.movePointRight(6).setScale(0, RoundingMode.HALF_EVEN);
            BigDecimal[] parts = micros.divideAndRemainder(BigDecimal.valueOf(1_000_000));
            return ofSecond(parts[0].longValueExact(), parts[1].intValueExact() * 1000L);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new ValueFault("expected a number of seconds, got " + ValueFault.quoted(number));
        }
    }

    static Instant ofSecond(long second, long nanos) {
        try {
            return Instant.ofEpochSecond(second, nanos);
        } catch (DateTimeException | ArithmeticException e) {
            throw new ValueFault("expected a time that can be represented, got " + second + " seconds since 1970");
        }
    }
}
