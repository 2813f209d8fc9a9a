package org.tucuxi.signing.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.tucuxi.signing.Signer;

/**
 * A second, written the way signatures want it.
 *
 * @param second since the epoch
 * @param timestamp {@code yyyyMMddTHHmmssZ}
 * @param day its first eight characters
 */
record SigningTime(long second, String timestamp, String day) {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    /** Now, by the service's clock where a call knows that this computer's is wrong. */
    static SigningTime now(Clock clock, Map<String, Object> context) {
        return of(Math.floorDiv(clock.millis() + ahead(context).toMillis(), 1000));
    }

    private static Duration ahead(Map<String, Object> context) {
        return context.get(Signer.CLOCK_OFFSET) instanceof Duration known ? known : Duration.ZERO;
    }

    static SigningTime of(long second) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        char[] text = new char[16];
        digits(text, 0, time.getYear() / 100);
        digits(text, 2, time.getYear() % 100);
        digits(text, 4, time.getMonthValue());
        digits(text, 6, time.getDayOfMonth());
        text[8] = 'T';
        digits(text, 9, time.getHour());
        digits(text, 11, time.getMinute());
        digits(text, 13, time.getSecond());
        text[15] = 'Z';
        return new SigningTime(second, new String(text), new String(text, 0, 8));
    }

    /** The form of the {@code Date} header (RFC 9110). */
    String httpDate() {
        return HTTP_DATE.format(Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC));
    }

    /** The form of ISO 8601 with separators. */
    String isoDate() {
        return Instant.ofEpochSecond(second).toString();
    }

    private static void digits(char[] text, int at, int number) {
        text[at] = (char) ('0' + number / 10);
        text[at + 1] = (char) ('0' + number % 10);
    }
}
