package org.tucuxi.signing.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

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

    private static void digits(char[] text, int at, int number) {
        text[at] = (char) ('0' + number / 10);
        text[at + 1] = (char) ('0' + number % 10);
    }
}
