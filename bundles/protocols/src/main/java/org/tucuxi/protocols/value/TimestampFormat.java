package org.tucuxi.protocols.value;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.Shape;

/** The formats of timestamps on the wire. */
public enum TimestampFormat {
    /** {@code 2002-10-02T13:00:00Z}, with a fraction when there is one. */
    ISO_8601,
    /** Seconds since 1970. */
    UNIX,
    /** {@code Wed, 02 Oct 2002 13:00:00 GMT}. */
    RFC_822;

    private static final int SECONDS_A_DAY = 86_400;
    private static final long MIN_SECOND = LocalDate.of(1, 1, 1).toEpochDay() * SECONDS_A_DAY;
    private static final long MAX_SECOND = LocalDate.of(10_000, 1, 1).toEpochDay() * SECONDS_A_DAY - 1;
    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static final String[] MONTHS =
            {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

    /**
     * The format of a shape.
     *
     * @param shape a timestamp
     * @param otherwise the format when the model names none
     * @return the format
     * @throws ModelException when the model names an unknown one
     */
    public static TimestampFormat of(Shape shape, TimestampFormat otherwise) {
        String name = shape.text("timestampFormat");
        if (name == null) {
            return otherwise;
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "iso8601" -> ISO_8601;
            case "unixtimestamp" -> UNIX;
            case "rfc822" -> RFC_822;
            default -> throw new ModelException("Shape " + shape.name() + " has the timestampFormat " + name
                    + "; iso8601, unixTimestamp and rfc822 are known");
        };
    }

    /**
     * Writes a timestamp.
     *
     * @param instant a time in the years 1 to 9999
     * @param milliseconds true to write milliseconds, false for the fraction that there is (iso8601) or none
     * @return its text
     */
    public String write(Instant instant, boolean milliseconds) {
        long second = instant.getEpochSecond();
        if (second < MIN_SECOND || second > MAX_SECOND) {
            throw new ValueFault("expected a time in the years 1 to 9999");
        }
        return switch (this) {
            case ISO_8601 -> iso(second, instant.getNano() / 1000, milliseconds);
            case UNIX -> milliseconds ? decimal(second, instant.getNano() / 1_000_000) : Long.toString(second);
            case RFC_822 -> rfc(second);
        };
    }

    private static String iso(long second, int micros, boolean milliseconds) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(second, (long) SECONDS_A_DAY));
        StringBuilder out = new StringBuilder(27);
        digits(out, date.getYear(), 4).append('-');
        digits(out, date.getMonthValue(), 2).append('-');
        digits(out, date.getDayOfMonth(), 2).append('T');
        time(out, Math.floorMod(second, SECONDS_A_DAY));
        if (milliseconds) {
            digits(out.append('.'), micros / 1000, 3);
        } else if (micros > 0) {
            digits(out.append('.'), micros, 6);
        }
        return out.append('Z').toString();
    }

    private static String rfc(long second) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(second, (long) SECONDS_A_DAY));
        StringBuilder out = new StringBuilder(29);
        out.append(DAYS[date.getDayOfWeek().ordinal()]).append(", ");
        digits(out, date.getDayOfMonth(), 2).append(' ').append(MONTHS[date.getMonthValue() - 1]).append(' ');
        digits(out, date.getYear(), 4).append(' ');
        return time(out, Math.floorMod(second, SECONDS_A_DAY)).append(" GMT").toString();
    }

    /** The reference's text of a floating number: at least one digit after the point, no zeros at the end. */
    private static String decimal(long second, int millis) {
        boolean negative = second < 0 && millis > 0;
        StringBuilder out = new StringBuilder(16);
        if (negative) {
            out.append(second == -1 ? "-0" : Long.toString(second + 1));
        } else {
            out.append(second);
        }
        digits(out.append('.'), negative ? 1000 - millis : millis, 3);
        while (out.charAt(out.length() - 1) == '0' && out.charAt(out.length() - 2) != '.') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    private static StringBuilder time(StringBuilder out, int second) {
        digits(out, second / 3600, 2).append(':');
        digits(out, second / 60 % 60, 2).append(':');
        return digits(out, second % 60, 2);
    }

    private static StringBuilder digits(StringBuilder out, int number, int width) {
        int unit = 1;
        for (int i = 1; i < width; i++) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            out.append((char) ('0' + number / unit % 10));
        }
        return out;
    }
}
