package org.tucuxi.client.paginator;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.tucuxi.paginator.PaginationException;

/** What is done with the values of a page: counted, cut, joined, gone through. */
final class PageValues {

    private PageValues() {
    }

    /** The reference's idea of truth: not null, false, zero or empty. */
    static boolean saysSomething(Object value) {
        if (value == null || Boolean.FALSE.equals(value)) {
            return false;
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        if (value instanceof CharSequence text) {
            return text.length() > 0;
        }
        if (value instanceof byte[] bytes) {
            return bytes.length > 0;
        }
        return value instanceof Collection<?> items ? !items.isEmpty() : !(value instanceof Map<?, ?> map) || !map.isEmpty();
    }

    /** How many results these are. */
    static long count(Object results, String key) {
        if (results == null) {
            return 0;
        }
        if (results instanceof Collection<?> items) {
            return items.size();
        }
        if (results instanceof Map<?, ?> map) {
            return map.size();
        }
        if (results instanceof String text) {
            return text.codePointCount(0, text.length());
        }
        if (results instanceof byte[] bytes) {
            return bytes.length;
        }
        throw new PaginationException("Error during pagination: the primary results, " + key + ", are a "
                + results.getClass().getSimpleName() + ", which cannot be counted");
    }

    /** The first so many results. */
    static Object head(Object results, int length, String key) {
        if (results instanceof List<?> list) {
            return new ArrayList<>(list.subList(0, length));
        }
        if (results instanceof String text) {
            return text.substring(0, text.offsetByCodePoints(0, length));
        }
        if (results instanceof byte[] bytes) {
            return Arrays.copyOf(bytes, length);
        }
        throw new PaginationException("Error during pagination: MaxItems ends within a page whose results, " + key
                + ", are a map, which has no order to cut it by; read whole pages instead");
    }

    /** The results without the first so many; null for what has no order. */
    static Object tail(Object results, int from) {
        if (results instanceof List<?> list) {
            return new ArrayList<>(list.subList(Math.min(from, list.size()), list.size()));
        }
        if (results instanceof String text) {
            int length = text.codePointCount(0, text.length());
            return text.substring(text.offsetByCodePoints(0, Math.min(from, length)));
        }
        return null;
    }

    /** What is left of secondary results of which all was given before: a number still says what the service did. */
    static Object emptied(Object results) {
        if (results instanceof List<?>) {
            return new ArrayList<>();
        }
        return results instanceof String ? "" : results instanceof Number || results instanceof Boolean ? results : null;
    }

    /** What two pages' results are together; the first stays as it is where they cannot be joined. */
    @SuppressWarnings("unchecked")
    static Object join(Object first, Object second) {
        if (first instanceof ArrayList<?> list && second instanceof Collection<?> more) {
            ((List<Object>) list).addAll(more);
            return list;
        }
        if (first instanceof String text && second instanceof String more) {
            return text + more;
        }
        return first instanceof Number one && second instanceof Number other ? sum(one, other) : first;
    }

    private static Number sum(Number one, Number other) {
        if (isInteger(one) && isInteger(other)) {
            BigInteger sum = exact(one).add(exact(other)).toBigIntegerExact();
            if (one instanceof Integer && other instanceof Integer && sum.bitLength() < Integer.SIZE) {
                return sum.intValue();
            }
            return sum.bitLength() < Long.SIZE ? sum.longValue() : sum;
        }
        boolean isFloating = one instanceof Double || other instanceof Double || one instanceof Float || other instanceof Float;
        return isFloating ? (Number) (one.doubleValue() + other.doubleValue()) : exact(one).add(exact(other));
    }

    private static boolean isInteger(Number number) {
        return number instanceof Integer || number instanceof Long || number instanceof BigInteger || number instanceof Short;
    }

    private static BigDecimal exact(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    /** Results one by one: items of a list, keys of a map, characters of a text; another value is one result. */
    static Iterator<?> each(Object results) {
        if (results == null) {
            return List.of().iterator();
        }
        if (results instanceof Collection<?> items) {
            return items.iterator();
        }
        if (results instanceof Map<?, ?> map) {
            return map.keySet().iterator();
        }
        return results instanceof String text ? text.codePoints().mapToObj(Character::toString).iterator()
                : List.of(results).iterator();
    }
}
