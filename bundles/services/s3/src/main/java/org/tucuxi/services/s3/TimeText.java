package org.tucuxi.services.s3;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a text is a time, in the forms that stand in headers: seconds since 1970, ISO 8601, RFC 822, and C's
 * asctime. Strict: whatever passes here is read by the parser of the response afterwards, and must not fail there.
 */
final class TimeText {

    private static final List<String> MONTHS = List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
            "Nov", "Dec");
    private static final String DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
    private static final String MONTH = "(?<m>" + String.join("|", MONTHS) + ")";
    private static final String TIME = "(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d";
    private static final String OFFSET = "[+-](?:[01]\\d|2[0-3])";

    private static final Pattern SECONDS = Pattern.compile("-?\\d{1,12}(?:\\.\\d{1,9})?");
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?<y>\\d{4})-(?<m>\\d\\d)-(?<d>\\d\\d)(?:[T ]" + TIME + "(?:\\.\\d{1,9})?)?(?:Z|" + OFFSET
                    + "(?::?[0-5]\\d)?)?)?"),
            Pattern.compile("(?<y>\\d{4})(?<m>\\d\\d)(?<d>\\d\\d)T(?:[01]\\d|2[0-3])[0-5]\\d[0-5]\\dZ?"),
            Pattern.compile("(?:" + DAY + ", )?(?<d>\\d\\d?) " + MONTH + " (?<y>\\d{4}) " + TIME + ")? (?:GMT|UTC|" + OFFSET
                    + "[0-5]\\d)"),
            Pattern.compile(DAY + " " + MONTH + " {1,2}(?<d>\\d\\d?) " + TIME + ") (?<y>\\d{4})"));

    /** The last second of the year 9999, and the first of the year 1: what Python, and so the reference, can hold. */
    private static final double LAST = 253_402_300_799.0;
    private static final double FIRST = -62_135_596_800.0;

    private TimeText() {
    }

    static boolean isTime(String text) {
        String trimmed = text.trim();
        if (SECONDS.matcher(trimmed).matches()) {
            double seconds = Double.parseDouble(trimmed);
            return seconds >= FIRST && seconds <= LAST;
        }
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(trimmed);
            if (matcher.matches()) {
                return isDate(matcher.group("y"), matcher.group("m"), matcher.group("d"));
            }
        }
        return false;
    }

    private static boolean isDate(String year, String month, String day) {
        try {
            int named = MONTHS.indexOf(month);
            LocalDate.of(Integer.parseInt(year), named < 0 ? Integer.parseInt(month) : named + 1, Integer.parseInt(day));
            return !year.equals("0000");
        } catch (DateTimeException e) {
            return false;
        }
    }
}
