package org.tucuxi.protocols.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Reads numbers. White space around them does not count, as in the reference. */
final class Numbers {

    /**
     * A service has no use for longer numbers, and converting them takes time that grows with the square of the length.
     */
    private static final int MAX_DIGITS = 1000;

    private Numbers() {
    }

    /** An Integer when it fits, else a Long: some services send more than they model. */
    static Object integer(byte[] text, int from, int to) {
        long number = whole(text, from, to);
        if (number == (int) number) {
            return (int) number;
        }
        return number;
    }

    static Object longInteger(byte[] text, int from, int to) {
        return whole(text, from, to);
    }

    private static long whole(byte[] text, int from, int to) {
        int pos = trimStart(text, from, to);
        int end = trimEnd(text, pos, to);
        boolean negative = pos < end && text[pos] == '-';
        if (negative || pos < end && text[pos] == '+') {
            pos++;
        }
        if (pos == end) {
            throw fault("an integer", text, from, to);
        }
        long number = 0;
        for (; pos < end; pos++) {
            int digit = text[pos] - '0';
            // Counts downwards, because the smallest number has no positive counterpart.
            if (digit < 0 || digit > 9 || number < (Long.MIN_VALUE + digit) / 10) {
                throw fault("an integer of at most 64 bits", text, from, to);
            }
            number = number * 10 - digit;
        }
        if (!negative && number == Long.MIN_VALUE) {
            throw fault("an integer of at most 64 bits", text, from, to);
        }
        return negative ? number : -number;
    }

    static Object floating(byte[] text, int from, int to) {
        String number = trimmed(text, from, to);
        switch (number) {
            case "NaN":
                return Double.NaN;
            case "Infinity":
                return Double.POSITIVE_INFINITY;
            case "-Infinity":
                return Double.NEGATIVE_INFINITY;
            default:
                break;
        }
        try {
            return Double.valueOf(decimalCharacters(number));
        } catch (NumberFormatException e) {
            throw fault("a number", text, from, to);
        }
    }

    static Object bigDecimal(byte[] text, int from, int to) {
        try {
            BigDecimal number = new BigDecimal(decimalCharacters(trimmed(text, from, to)));
            if (Math.abs((long) number.scale()) <= MAX_DIGITS) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw fault("a number of at most " + MAX_DIGITS + " digits", text, from, to);
    }

    static Object bigInteger(byte[] text, int from, int to) {
        try {
            return new BigInteger(decimalCharacters(trimmed(text, from, to)));
        } catch (NumberFormatException e) {
            throw fault("an integer of at most " + MAX_DIGITS + " digits", text, from, to);
        }
    }

    /** Java's own grammar of numbers is wider: it takes 1f, 1d, 0x1p3 and digits of other scripts. */
    private static String decimalCharacters(String number) {
        boolean legal = number.length() <= MAX_DIGITS;
        for (int i = 0; legal && i < number.length(); i++) {
            char c = number.charAt(i);
            legal = c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
        }
        return legal ? number : "";
    }

    static int trimStart(byte[] text, int from, int to) {
        int start = from;
        while (start < to && isSpace(text[start])) {
            start++;
        }
        return start;
    }

    static int trimEnd(byte[] text, int from, int to) {
        int end = to;
        while (end > from && isSpace(text[end - 1])) {
            end--;
        }
        return end;
    }

    private static boolean isSpace(byte c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static String trimmed(byte[] text, int from, int to) {
        int start = trimStart(text, from, to);
        return new String(text, start, trimEnd(text, start, to) - start, StandardCharsets.UTF_8);
    }

    private static ValueFault fault(String expected, byte[] text, int from, int to) {
        String got = new String(text, from, Math.min(to - from, 200), StandardCharsets.UTF_8);
        return new ValueFault("expected " + expected + ", got " + ValueFault.quoted(got));
    }
}
