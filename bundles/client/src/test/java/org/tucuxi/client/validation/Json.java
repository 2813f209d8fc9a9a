package org.tucuxi.client.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Just enough JSON for fixtures. */
public final class Json {

    private final String text;
    private int pos;

    private Json(String text) {
        this.text = text;
    }

    /**
     * Reads JSON.
     *
     * @param text the JSON
     * @param <T> what is expected
     * @return the value
     */
    @SuppressWarnings("unchecked")
    public static <T> T read(String text) {
        return (T) new Json(text).value();
    }

    private Object value() {
        skip();
        return switch (text.charAt(pos)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> result = new LinkedHashMap<>();
        while (next("{,") != '}') {
            skip();
            String key = string();
            next(":");
            result.put(key, value());
        }
        return result;
    }

    private List<Object> array() {
        List<Object> result = new ArrayList<>();
        while (next("[,") != ']') {
            result.add(value());
        }
        return result;
    }

    /** Takes one of these characters, unless an end comes right behind the first of them. */
    private char next(String expected) {
        skip();
        char c = text.charAt(pos++);
        skip();
        if (expected.length() == 2 && c == expected.charAt(0) && "]}".indexOf(text.charAt(pos)) >= 0) {
            return text.charAt(pos++);
        }
        return c;
    }

    private String string() {
        StringBuilder result = new StringBuilder();
        for (pos++; text.charAt(pos) != '"'; pos++) {
            if (text.charAt(pos) != '\\') {
                result.append(text.charAt(pos));
            } else if (text.charAt(++pos) == 'u') {
                result.append((char) Integer.parseInt(text.substring(pos + 1, pos + 5), 16));
                pos += 4;
            } else {
                int known = "nrtbf".indexOf(text.charAt(pos));
                result.append(known < 0 ? text.charAt(pos) : "\n\r\t\b\f".charAt(known));
            }
        }
        pos++;
        return result.toString();
    }

    private Object word() {
        int start = pos;
        while (",]} \r\n\t".indexOf(text.charAt(pos)) < 0) {
            pos++;
        }
        String word = text.substring(start, pos);
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> word.contains(".") || word.contains("e") ? (Object) Double.valueOf(word) : integer(Long.parseLong(word));
        };
    }

    private static Object integer(long number) {
        return number == (int) number ? (Object) (int) number : (Object) number;
    }

    private void skip() {
        while (pos < text.length() && Character.isWhitespace(text.charAt(pos))) {
            pos++;
        }
    }
}
