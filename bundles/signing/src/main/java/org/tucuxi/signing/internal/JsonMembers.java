package org.tucuxi.signing.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tucuxi.signing.UnsupportedSignatureVersionException;

/**
 * Reads the members of a JSON object into query parameters: texts as they are, numbers as they are written,
 * {@code True}, {@code False} and {@code None} as the reference spells them, lists as several values. What lies deeper
 * stays JSON.
 */
final class JsonMembers {

    private final String text;
    private int at;

    private JsonMembers(String text) {
        this.text = text;
    }

    static void read(String json, Map<String, Object> into) {
        JsonMembers reader = new JsonMembers(json);
        try {
            reader.object(into);
        } catch (StringIndexOutOfBoundsException | NumberFormatException e) {
            throw reader.wrong();
        }
    }

    private void object(Map<String, Object> into) {
        expect('{');
        if (next() != '}') {
            while (true) {
                expect('"');
                String name = string();
                expect(':');
                next();
                into.put(name, text.charAt(at) == '[' ? list() : value());
                if (next() == '}') {
                    break;
                }
                expect(',');
            }
        }
        at++;
        skipSpace();
        if (at < text.length()) {
            throw wrong();
        }
    }

    private List<String> list() {
        List<String> values = new ArrayList<>();
        expect('[');
        if (next() != ']') {
            while (true) {
                next();
                values.add(value());
                if (next() == ']') {
                    break;
                }
                expect(',');
            }
        }
        at++;
        return values;
    }

    private String value() {
        char first = text.charAt(at);
        if (first == '"') {
            at++;
            return string();
        }
        int from = at;
        if (first == '{' || first == '[') {
            skipNested();
            return text.substring(from, at);
        }
        while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at);
        return switch (word) {
            case "true" -> "True";
            case "false" -> "False";
            case "null" -> "None";
            case "" -> throw wrong();
            default -> word;
        };
    }

    private void skipNested() {
        int depth = 0;
        do {
            char c = text.charAt(at++);
            if (c == '"') {
                string();
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
        } while (depth > 0);
    }

    /** The text behind an opening quote; moves behind the closing one. */
    private String string() {
        int from = at;
        while (text.charAt(at) != '"' && text.charAt(at) != '\\') {
            at++;
        }
        if (text.charAt(at) == '"') {
            return text.substring(from, at++);
        }
        StringBuilder result = new StringBuilder().append(text, from, at);
        for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
            result.append(c == '\\' ? escaped() : c);
        }
        return result.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> (char) Integer.parseInt(text.substring(at, at += 4), 16);
            default -> c;
        };
    }

    private char next() {
        skipSpace();
        return text.charAt(at);
    }

    private void expect(char c) {
        if (next() != c) {
            throw wrong();
        }
        at++;
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }

    private UnsupportedSignatureVersionException wrong() {
        return new UnsupportedSignatureVersionException("The body of a presigned request goes into the query of its URL, so"
                + " it must be a form or a JSON object, and this operation's is neither (at character " + at + " of "
                + text.length() + "). Leave its body parameters out, or presign another operation");
    }
}
