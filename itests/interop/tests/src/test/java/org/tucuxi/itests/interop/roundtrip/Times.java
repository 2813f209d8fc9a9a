package org.tucuxi.itests.interop.roundtrip;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as texts; all samples are whole seconds. */
final class Times {

    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Times() {
    }

    /** The text of a time in a place whose default format is given. */
    static String text(ModelShape shape, Object value, String defaultFormat) {
        String format = shape.text("timestampFormat");
        return switch (format == null ? defaultFormat : format) {
            case "unixTimestamp" -> Long.toString(((Instant) value).getEpochSecond());
            case "rfc822" -> RFC_822.format((Instant) value);
            default -> value.toString();
        };
    }

    /** A scalar as text in a place whose default format for times is given. */
    static String scalar(ModelShape shape, Object value, String defaultFormat) {
        return switch (shape.type()) {
            case "timestamp" -> text(shape, value, defaultFormat);
            case "blob" -> java.util.Base64.getEncoder().encodeToString((byte[]) value);
            default -> value.toString();
        };
    }
}
