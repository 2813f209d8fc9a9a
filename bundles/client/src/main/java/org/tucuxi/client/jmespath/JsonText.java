package org.tucuxi.client.jmespath;

import java.util.Base64;
import java.util.Collection;
import java.util.Map;

/** Values as JSON text in ASCII, as the reference writes it. */
public final class JsonText {

    private final StringBuilder out = new StringBuilder();
    private final String comma;
    private final String colon;

    private JsonText(String comma, String colon) {
        this.comma = comma;
        this.colon = colon;
    }

    /** JSON without a space: what JMESPath's {@code to_string} gives. */
    static String of(Object value) {
        return new JsonText(",", ":").write(value).out.toString();
    }

    /**
     * JSON with a space behind commas and colons: what the reference's tokens are made of.
     *
     * @param value Maps, Collections and plain values; blobs become base64, what JSON does not know its text
     * @return the JSON
     */
    public static String spaced(Object value) {
        return new JsonText(", ", ": ").write(value).out.toString();
    }

    private JsonText write(Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number) {
            out.append(value);
        } else if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(separator);
                text(String.valueOf(entry.getKey()));
                out.append(colon);
                write(entry.getValue());
                separator = comma;
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof Collection<?> items) {
            String separator = "[";
            for (Object item : items) {
                out.append(separator);
                write(item);
                separator = comma;
            }
            out.append(items.isEmpty() ? "[]" : "]");
        } else {
            text(value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value.toString());
        }
        return this;
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int known = "\"\\\n\r\t\b\f".indexOf(c);
            if (known >= 0) {
                out.append('\\').append("\"\\nrtbf".charAt(known));
            } else if (c < ' ' || c > '~') {
                out.append("\\u").append(Character.forDigit(c >> 12, 16)).append(Character.forDigit(c >> 8 & 15, 16))
                        .append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
