package org.tucuxi.config.internal;

import java.util.Map;

/** As much JSON as the fixtures need: texts and maps of them, written as Python writes them. */
final class Json {

    private Json() {
    }

    static String text(String json) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < json.length() - 1; i++) {
            char c = json.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            c = json.charAt(++i);
            if (c == 'u') {
                text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                int known = "nrtfb".indexOf(c);
                text.append(known < 0 ? c : "\n\r\t\f\b".charAt(known));
            }
        }
        return text.toString();
    }

    static String dump(Object value) {
        if (value instanceof Map<?, ?> map) {
            StringBuilder result = new StringBuilder("{");
            map.forEach((key, inner) -> result.append(result.length() == 1 ? "" : ",").append(dump(key)).append(':')
                    .append(dump(inner)));
            return result.append('}').toString();
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String quoted(String text) {
        StringBuilder result = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> result.append('\\').append(c);
                case '\n' -> result.append("\\n");
                case '\r' -> result.append("\\r");
                case '\t' -> result.append("\\t");
                default -> result.append(c < ' ' || c > '~' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return result.append('"').toString();
    }
}
