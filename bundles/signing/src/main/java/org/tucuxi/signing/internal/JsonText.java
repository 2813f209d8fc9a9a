package org.tucuxi.signing.internal;

import java.util.Map;

/**
 * Writes JSON as the reference does, in ASCII and with a blank behind colons and commas: so policies are the same to
 * the byte.
 */
final class JsonText {

    private static final String ESCAPED = "\"\\\n\r\t\b\f";
    private static final String LETTERS = "\"\\nrtbf";

    private final StringBuilder out = new StringBuilder(512);

    private JsonText() {
    }

    static String of(Object value) {
        JsonText text = new JsonText();
        text.write(value);
        return text.out.toString();
    }

    private void write(Object value) {
        if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(separator);
                string(String.valueOf(entry.getKey()));
                out.append(": ");
                write(entry.getValue());
                separator = ", ";
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof Iterable<?> list) {
            String separator = "[";
            for (Object element : list) {
                out.append(separator);
                write(element);
                separator = ", ";
            }
            out.append(separator.equals("[") ? "[]" : "]");
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            string(value.toString());
        }
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int place = ESCAPED.indexOf(c);
            if (place >= 0) {
                out.append('\\').append(LETTERS.charAt(place));
            } else if (c < ' ' || c > 0x7f) {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(Character.forDigit(c >> shift & 15, 16));
                }
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
