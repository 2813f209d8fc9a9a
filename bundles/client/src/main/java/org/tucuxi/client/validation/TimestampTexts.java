package org.tucuxi.client.validation;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;

/**
 * Texts that tell a point in time: seconds since 1970, ISO 8601 in its extended and basic forms, RFC 822 and the form
 * of C's asctime. The reference takes what its date library can guess; here it is what the serialisers can read.
 */
final class TimestampTexts {

    private static final int LONGEST = 64;
    private static final List<DateTimeFormatter> FORMS = List.of(
            form("uuuu-MM-dd", "['T'][' ']HH:mm[:ss]", ""),
            form("uuuuMMdd", "'T'HHmm[ss]", ""),
            form("d[ ][-]MMM[ ][-]uuuu", " HH:mm[:ss]", ""),
            form("MMM d HH:mm:ss", "", " uuuu"));

    private TimestampTexts() {
    }

    static boolean isTimestamp(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return false;
        }
        // ISO 8601 allows both marks before a fraction
        String dated = withoutWeekday(text).replace(',', '.');
        char first = dated.isEmpty() ? ' ' : dated.charAt(0);
        if (Character.isLetter(first) || dated.indexOf('-', 1) > 0 || dated.indexOf(':') > 0 || dated.indexOf(' ') > 0
                || dated.indexOf('T') > 0) {
            return hasForm(dated);
        }
        return isNumber(dated);
    }

    private static boolean hasForm(String text) {
        for (DateTimeFormatter form : FORMS) {
            try {
                form.parse(text);
                return true;
            } catch (DateTimeException e) {
                // then another form
            }
        }
        return false;
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            // Java would take hexadecimal numbers and suffixes as well
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        try {
            return TimestampRule.isSecond(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Whether the day of the week is the right one does not matter. */
    private static String withoutWeekday(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        boolean weekday = end >= 3
                && "mon tue wed thu fri sat sun".contains(text.substring(0, 3).toLowerCase(Locale.ROOT));
        if (!weekday) {
            return text;
        }
        int rest = end < text.length() && text.charAt(end) == ',' ? end + 1 : end;
        return text.substring(rest).strip().replace("  ", " ");
    }

    private static DateTimeFormatter form(String date, String time, String end) {
        DateTimeFormatterBuilder form = new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(date);
        if (!time.isEmpty()) {
            form.optionalStart().appendPattern(time);
        }
        form.optionalStart().appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true).optionalEnd();
        if (!time.isEmpty()) {
            form.appendPattern("[ ]");
            for (String offset : new String[] {"+HH:MM", "+HHMM", "+HH"}) {
                form.optionalStart().appendOffset(offset, "Z").optionalEnd();
            }
            form.appendPattern("['GMT']['UTC']").optionalEnd();
        }
        if (!end.isEmpty()) {
            form.appendPattern(end);
        }
        return form.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
