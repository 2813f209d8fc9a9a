package org.tucuxi.client.validation;

import java.lang.reflect.Array;
import java.util.Iterator;
import java.util.Map;

/** Values and types as messages show them: never longer than a few lines, whatever was given. */
final class Shown {

    private static final int LONGEST = 256;
    private static final int DEEPEST = 5;

    private Shown() {
    }

    /** The type of a value, for example {@code class java.lang.String}. */
    static String type(Object value) {
        return value == null ? "null" : "class " + value.getClass().getTypeName();
    }

    static String value(Object value) {
        StringBuilder out = new StringBuilder();
        append(value, out, 0);
        return out.length() <= LONGEST ? out.toString() : out.substring(0, LONGEST) + "…";
    }

    /** Not toString of containers: they may be huge, or contain themselves. */
    private static void append(Object value, StringBuilder out, int depth) {
        if (out.length() > LONGEST) {
            return;
        }
        if (value instanceof CharSequence text) {
            out.append(text, 0, Math.min(text.length(), LONGEST + 1));
        } else if (value instanceof Map<?, ?> map) {
            appendMap(map, out, depth);
        } else if (value instanceof Iterable<?> items && !(value instanceof java.nio.file.Path)) {
            appendItems(items.iterator(), out, depth);
        } else if (value instanceof byte[] bytes) {
            out.append(bytes.length).append(" bytes");
        } else if (value != null && value.getClass().isArray()) {
            out.append(Array.getLength(value)).append(" items");
        } else if (value != null && !value.getClass().getName().startsWith("java.")) {
            // a toString of the user's own may print what it likes
            out.append(value instanceof Enum<?> constant ? constant.name() : "an object");
        } else {
            out.append(value);
        }
    }

    private static void appendMap(Map<?, ?> map, StringBuilder out, int depth) {
        if (depth == DEEPEST) {
            out.append("{…}");
            return;
        }
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            append(entry.getKey(), out, depth + 1);
            out.append('=');
            append(entry.getValue(), out, depth + 1);
            separator = ", ";
            if (out.length() > LONGEST) {
                return;
            }
        }
        out.append('}');
    }

    private static void appendItems(Iterator<?> items, StringBuilder out, int depth) {
        if (depth == DEEPEST) {
            out.append("[…]");
            return;
        }
        out.append('[');
        String separator = "";
        while (items.hasNext() && out.length() <= LONGEST) {
            out.append(separator);
            append(items.next(), out, depth + 1);
            separator = ", ";
        }
        out.append(']');
    }
}
