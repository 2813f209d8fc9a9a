package org.tucuxi.testing;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;

/** Compares the parameters of a call with those that are expected, and says where they differ. */
final class Matching {

    private static final String HIDDEN = "***";

    private Matching() {
    }

    /** Whether the call has all expected parameters and no others. */
    static boolean sameParameters(Map<String, ?> expected, Map<String, ?> actual) {
        return same(expected, actual);
    }

    /** Values are equal as Python has it: numbers by their value, bytes by their content, {@link Stubber#ANY} always. */
    static boolean same(Object expected, Object actual) {
        if (expected == Stubber.ANY || expected == actual) {
            return true;
        }
        if (expected == null || actual == null) {
            return false;
        }
        if (expected instanceof Map<?, ?> left) {
            return actual instanceof Map<?, ?> right && sameMaps(left, right);
        }
        if (expected instanceof Collection<?> left) {
            return actual instanceof Collection<?> right && sameItems(left, right);
        }
        if (expected instanceof Number left && actual instanceof Number right) {
            return sameNumbers(left, right);
        }
        if (expected instanceof CharSequence left && actual instanceof CharSequence right) {
            return left.toString().contentEquals(right);
        }
        byte[] bytes = bytes(expected);
        return bytes != null ? Arrays.equals(bytes, bytes(actual)) : expected.equals(actual);
    }

    private static boolean sameMaps(Map<?, ?> expected, Map<?, ?> actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : expected.entrySet()) {
            if (!actual.containsKey(entry.getKey()) || !same(entry.getValue(), actual.get(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameItems(Collection<?> expected, Collection<?> actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        Iterator<?> others = actual.iterator();
        for (Object item : expected) {
            if (!same(item, others.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameNumbers(Number expected, Number actual) {
        try {
            return new BigDecimal(expected.toString()).compareTo(new BigDecimal(actual.toString())) == 0;
        } catch (NumberFormatException e) {
            // NaN and the infinities are no decimals.
            return Double.compare(expected.doubleValue(), actual.doubleValue()) == 0;
        }
    }

    private static byte[] bytes(Object value) {
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return bytes;
        }
        return value instanceof byte[] bytes ? bytes : null;
    }

    /** The message for parameters that differ; members that the model calls sensitive are not shown. */
    static String difference(StructureShape input, Map<String, ?> expected, Map<String, ?> actual) {
        StringBuilder text = new StringBuilder("Expected parameters:\n");
        show(text, input, expected);
        text.append(",\nbut received:\n");
        show(text, input, actual);
        TreeSet<String> names = new TreeSet<>(expected.keySet());
        names.addAll(actual.keySet());
        names.removeIf(name -> expected.containsKey(name) && actual.containsKey(name)
                && same(expected.get(name), actual.get(name)));
        return text.append("\nDifferent: ").append(String.join(", ", names)).toString();
    }

    private static void show(StringBuilder text, Shape shape, Object value) {
        if (shape != null && shape.flag("sensitive") && value != Stubber.ANY) {
            text.append(HIDDEN);
        } else if (value instanceof Map<?, ?> map) {
            showMap(text, shape, map);
        } else if (value instanceof Collection<?> items) {
            String separator = "";
            text.append('[');
            for (Object item : items) {
                text.append(separator);
                show(text, shape instanceof ListShape list ? list.member() : null, item);
                separator = ", ";
            }
            text.append(']');
        } else if (value instanceof byte[] bytes) {
            text.append("byte[").append(bytes.length).append(']');
        } else {
            text.append(value instanceof CharSequence ? "\"" + value + '"' : value);
        }
    }

    private static void showMap(StringBuilder text, Shape shape, Map<?, ?> map) {
        Map<?, ? extends Shape> members = shape instanceof StructureShape structure ? structure.members() : Map.of();
        Shape values = shape instanceof MapShape typed ? typed.value() : null;
        String separator = "";
        text.append('{');
        for (Map.Entry<?, ?> entry : new LinkedHashMap<>(map).entrySet()) {
            text.append(separator).append(entry.getKey()).append(": ");
            show(text, values != null ? values : members.get(entry.getKey()), entry.getValue());
            separator = ", ";
        }
        text.append('}');
    }
}
