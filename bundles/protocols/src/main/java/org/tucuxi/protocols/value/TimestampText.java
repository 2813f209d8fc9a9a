package org.tucuxi.protocols.value;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads timestamps: seconds since 1970 with or without fraction, ISO 8601 in its extended and basic forms, RFC 822 and
 * the form of C's asctime. A text without a zone is UTC. Written by hand because a page of results has a thousand of
 * them.
 */
public final class TimestampText {

    private static final String[] DAYS = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

    private final byte[] text;
    private final int from;
    private final int end;
    private int pos;

    private TimestampText(byte[] text, int from, int end) {
        this.text = text;
        this.from = from;
        this.end = end;
        this.pos = from;
    }

    /**
     * Reads a timestamp.
     *
     * @param text UTF-8
     * @param from where it begins; white space around it does not count
     * @param to where it ends
     * @return the time
     * @throws ValueFault when it is none
     */
    public static Instant parse(byte[] text, int from, int to) {
        int start = Numbers.trimStart(text, from, to);
        TimestampText reader = new TimestampText(text, start, Numbers.trimEnd(text, start, to));
        try {
            return reader.read();
        } catch (DateTimeException e) {
            throw reader.fault();
        }
    }

    private Instant read() {
        if (pos == end) {
            throw fault();
        }
        if (isLetter(text[pos])) {
            return worded();
        }
        if (end - pos > 7 && isDigit(text[pos]) && text[pos + 4] == '-') {
            return iso(true);
        }
        if (end - pos > 8 && text[pos + 8] == 'T') {
            return iso(false);
        }
        for (int i = pos + 1; i < end && i < pos + 3; i++) {
            if (text[i] == ' ' || text[i] == '-') {
                return rfc();
            }
        }
        return epoch();
    }

    private Instant epoch() {
        boolean negative = text[pos] == '-';
        int digit = negative ? pos + 1 : pos;
        long second = 0;
        int first = digit;
        while (digit < end && isDigit(text[digit]) && digit - first < 18) {
            second = second * 10 + text[digit++] - '0';
        }
        if (digit == end && digit > first) {
            return Instants.ofSecond(negative ? -second : second, 0);
        }
        return Instants.ofDecimal(new String(text, pos, end - pos, StandardCharsets.UTF_8));
    }

    private Instant iso(boolean extended) {
        int year = digits(4);
        skipIf(extended, '-');
        int month = digits(2);
        skipIf(extended, '-');
        int day = digits(2);
        long date = LocalDate.of(year, month, day).toEpochDay();
        if (pos == end) {
            return at(date, 0, 0, 0);
        }
        if (text[pos] != 'T' && text[pos] != 't' && text[pos] != ' ') {
            throw fault();
        }
        pos++;
        return timeAndZone(date, extended);
    }

    /** {@code Mon, 16 Dec 2019 23:48:18 GMT} or {@code Mon Dec 16 23:48:18 2019}. */
    private Instant worded() {
        if (index(DAYS, word()) < 0) {
            throw fault();
        }
        if (pos < end && text[pos] == ',') {
            pos++;
        }
        skipSpaces();
        if (pos == end || !isLetter(text[pos])) {
            return rfc();
        }
        int month = month();
        skipSpaces();
        int day = dayOfMonth();
        skipSpaces();
        int second = time(true);
        int nanos = fraction();
        skipSpaces();
        int year = digits(4);
        return finish(LocalDate.of(year, month, day).toEpochDay(), second, nanos, 0);
    }

    private Instant rfc() {
        int day = dayOfMonth();
        skipSeparator();
        int month = month();
        skipSeparator();
        int year = digits(4);
        skipSpaces();
        long date = LocalDate.of(year, month, day).toEpochDay();
        return pos == end ? at(date, 0, 0, 0) : timeAndZone(date, true);
    }

    private Instant timeAndZone(long date, boolean extended) {
        int second = time(extended);
        int nanos = fraction();
        skipSpaces();
        return finish(date, second, nanos, zone());
    }

    private Instant finish(long date, int second, int nanos, int offset) {
        if (pos != end) {
            throw fault();
        }
        return at(date, second, nanos, offset);
    }

    private static Instant at(long date, int second, int nanos, int offset) {
        return Instants.ofSecond(date * 86_400 + second - offset, nanos);
    }

    private int time(boolean extended) {
        int hour = digits(2);
        skipIf(extended, ':');
        int minute = digits(2);
        int second = 0;
        if (pos < end && (extended ? text[pos] == ':' : isDigit(text[pos]))) {
            skipIf(extended, ':');
            second = digits(2);
        }
        if (hour > 23 || minute > 59 || second > 59) {
            throw fault();
        }
        return hour * 3600 + minute * 60 + second;
    }

    private int fraction() {
        if (pos == end || text[pos] != '.' && text[pos] != ',') {
            return 0;
        }
        int first = ++pos;
        int nanos = 0;
        int unit = 100_000_000;
        for (; pos < end && isDigit(text[pos]); pos++, unit /= 10) {
            nanos += (text[pos] - '0') * unit;
        }
        if (pos == first) {
            throw fault();
        }
        return nanos;
    }

    private int zone() {
        if (pos == end) {
            return 0;
        }
        if (text[pos] == 'Z' && pos + 1 == end) {
            pos++;
            return 0;
        }
        if (isLetter(text[pos])) {
            String name = word();
            if (name.equals("z") || name.equals("gmt") || name.equals("utc")) {
                return 0;
            }
            throw fault();
        }
        int sign = text[pos] == '-' ? -1 : 1;
        if (text[pos] != '-' && text[pos] != '+') {
            throw fault();
        }
        pos++;
        int hours = digits(2);
        int minutes = 0;
        if (pos < end) {
            skipIf(text[pos] == ':', ':');
            minutes = digits(2);
        }
        if (hours > 23 || minutes > 59) {
            throw fault();
        }
        return sign * (hours * 3600 + minutes * 60);
    }

    private int month() {
        int month = index(TimestampFormat.MONTHS, word());
        if (month < 0) {
            throw fault();
        }
        return month + 1;
    }

    private int dayOfMonth() {
        return pos + 1 < end && isDigit(text[pos + 1]) ? digits(2) : digits(1);
    }

    private int digits(int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            if (pos == end || !isDigit(text[pos])) {
                throw fault();
            }
            number = number * 10 + text[pos++] - '0';
        }
        return number;
    }

    /** The next letters in lower case. */
    private String word() {
        int first = pos;
        while (pos < end && isLetter(text[pos])) {
            pos++;
        }
        byte[] word = new byte[Math.min(pos - first, 9)];
        for (int i = 0; i < word.length; i++) {
            word[i] = (byte) (text[first + i] | 0x20);
        }
        return new String(word, StandardCharsets.ISO_8859_1);
    }

    private static int index(String[] names, String word) {
        for (int i = 0; i < names.length; i++) {
            if (word.length() >= 3 && names[i].regionMatches(true, 0, word, 0, 3)) {
                return i;
            }
        }
        return -1;
    }

    private void skipIf(boolean expected, char c) {
        if (expected) {
            if (pos == end || text[pos] != c) {
                throw fault();
            }
            pos++;
        }
    }

    private void skipSeparator() {
        if (pos < end && text[pos] == '-') {
            pos++;
        } else {
            skipSpaces();
        }
    }

    private void skipSpaces() {
        while (pos < end && text[pos] == ' ') {
            pos++;
        }
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(byte c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    private ValueFault fault() {
        return new ValueFault("expected a timestamp (ISO 8601, RFC 822 or seconds since 1970), got "
                + ValueFault.quoted(new String(text, from, end - from, StandardCharsets.UTF_8)));
    }
}
