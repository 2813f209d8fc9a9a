package org.tucuxi.http;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * HTTP headers: names are compared ignoring case and keep the spelling they were first put with, a name may have several
 * values, the order is that of insertion. Not safe for use by many threads at once.
 */
public final class HttpHeaders implements Iterable<Map.Entry<String, String>> {

    private String[] names;
    private String[] values;
    private int size;

    /** Makes empty headers. */
    public HttpHeaders() {
        this(8);
    }

    /**
     * Makes empty headers.
     *
     * @param capacity how many are expected
     */
    public HttpHeaders(int capacity) {
        names = new String[Math.max(capacity, 4)];
        values = new String[names.length];
    }

    /**
     * Makes headers from a map.
     *
     * @param headers names and values
     * @return new headers
     */
    public static HttpHeaders of(Map<String, String> headers) {
        HttpHeaders result = new HttpHeaders(headers.size());
        headers.forEach(result::put);
        return result;
    }

    /**
     * Copies these headers.
     *
     * @return an independent copy
     */
    public HttpHeaders copy() {
        HttpHeaders result = new HttpHeaders(size);
        System.arraycopy(names, 0, result.names, 0, size);
        System.arraycopy(values, 0, result.values, 0, size);
        result.size = size;
        return result;
    }

    /**
     * The first value of a header.
     *
     * @param name the name, in any case
     * @return its first value, or null
     */
    public String get(String name) {
        int i = indexOf(name, 0);
        return i < 0 ? null : values[i];
    }

    /**
     * All values of a header.
     *
     * @param name the name, in any case
     * @return its values in order; empty when it is absent
     */
    public List<String> all(String name) {
        int i = indexOf(name, 0);
        if (i < 0) {
            return List.of();
        }
        List<String> result = new ArrayList<>(2);
        for (; i >= 0; i = indexOf(name, i + 1)) {
            result.add(values[i]);
        }
        return result;
    }

    /**
     * Whether a header is present.
     *
     * @param name the name, in any case
     * @return true when it has a value
     */
    public boolean contains(String name) {
        return indexOf(name, 0) >= 0;
    }

    /**
     * Sets a header to one value, in the place of the first old one.
     *
     * @param name the name; its spelling replaces the old one
     * @param value the value: printable text without line breaks
     * @return these headers
     * @throws IllegalArgumentException when name or value cannot be sent
     */
    public HttpHeaders put(String name, String value) {
        check(name, value);
        int i = indexOf(name, 0);
        if (i < 0) {
            append(name, value);
            return this;
        }
        names[i] = name;
        values[i] = value;
        removeFrom(name, i + 1);
        return this;
    }

    /**
     * Sets a header unless it is present.
     *
     * @param name the name
     * @param value the value
     * @return these headers
     */
    public HttpHeaders putIfAbsent(String name, String value) {
        return contains(name) ? this : put(name, value);
    }

    /**
     * Adds a value and keeps those that are there.
     *
     * @param name the name
     * @param value the value: printable text without line breaks
     * @return these headers
     * @throws IllegalArgumentException when name or value cannot be sent
     */
    public HttpHeaders add(String name, String value) {
        check(name, value);
        append(name, value);
        return this;
    }

    /**
     * Sets several headers.
     *
     * @param headers names and values
     * @return these headers
     */
    public HttpHeaders putAll(HttpHeaders headers) {
        for (int i = 0; i < headers.size; i++) {
            put(headers.names[i], headers.values[i]);
        }
        return this;
    }

    /**
     * Removes all values of a header.
     *
     * @param name the name, in any case
     * @return its first value, or null when it was absent
     */
    public String remove(String name) {
        int i = indexOf(name, 0);
        if (i < 0) {
            return null;
        }
        String old = values[i];
        removeFrom(name, i);
        return old;
    }

    /**
     * How many name and value pairs there are.
     *
     * @return at least 0
     */
    public int size() {
        return size;
    }

    /**
     * Whether there is none.
     *
     * @return true when empty
     */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * The name of a pair, for iteration without garbage.
     *
     * @param index 0 to {@link #size()} - 1
     * @return the name as it was spelt
     */
    public String nameAt(int index) {
        return names[index];
    }

    /**
     * The value of a pair, for iteration without garbage.
     *
     * @param index 0 to {@link #size()} - 1
     * @return the value
     */
    public String valueAt(int index) {
        return values[index];
    }

    /**
     * The headers as {@code ResponseMetadata.HTTPHeaders} shows them: names in lower case, several values joined with
     * {@code ", "}.
     *
     * @return a new mutable map
     */
    public Map<String, String> toLowerCaseMap() {
        Map<String, String> result = new LinkedHashMap<>(size * 2);
        Map<String, StringBuilder> repeated = null;
        for (int i = 0; i < size; i++) {
            String name = names[i].toLowerCase(Locale.ROOT);
            String first = result.putIfAbsent(name, values[i]);
            if (first != null) {
                // Joined one by one, many values of one name would be copied again and again.
                repeated = repeated == null ? new HashMap<>() : repeated;
                repeated.computeIfAbsent(name, key -> new StringBuilder(first)).append(", ").append(values[i]);
            }
        }
        if (repeated != null) {
            repeated.forEach((name, all) -> result.put(name, all.toString()));
        }
        return result;
    }

    @Override
    public Iterator<Map.Entry<String, String>> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public Map.Entry<String, String> next() {
                if (next >= size) {
                    throw new NoSuchElementException();
                }
                return new AbstractMap.SimpleImmutableEntry<>(names[next], values[next++]);
            }
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HttpHeaders that && size == that.size && toLowerCaseMap().equals(that.toLowerCaseMap());
    }

    @Override
    public int hashCode() {
        return toLowerCaseMap().hashCode();
    }

    /** Shows the headers; the values of {@code Authorization} and of session tokens are left out. */
    @Override
    public String toString() {
        StringBuilder result = new StringBuilder("{");
        for (int i = 0; i < size; i++) {
            result.append(i == 0 ? "" : ", ").append(names[i]).append(": ")
                    .append(isSecret(names[i]) ? "***" : values[i]);
        }
        return result.append('}').toString();
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("authorization") || lower.contains("token") || lower.contains("-customer-key")
                || lower.equals("cookie") || lower.equals("set-cookie") || lower.equals("dpop");
    }

    private static void check(String name, String value) {
        if (name == null || name.isEmpty()) {
            throw new IllegalArgumentException("A header needs a name");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c == ':' || c >= 127) {
                throw new IllegalArgumentException("Header name \"" + printable(name)
                        + "\" has a character at index " + i + " that HTTP does not allow in names");
            }
        }
        if (value == null) {
            throw new IllegalArgumentException("Header " + name + " has the value null; remove the header instead");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r' || c == '\n' || c == 0) {
                throw new IllegalArgumentException("The value of header " + name
                        + " has a line break or zero character at index " + i + "; HTTP does not allow it");
            }
        }
    }

    private static String printable(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }

    private int indexOf(String name, int from) {
        for (int i = from; i < size; i++) {
            if (names[i].equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    private void append(String name, String value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        names[size] = name;
        values[size++] = value;
    }

    private void removeFrom(String name, int from) {
        int kept = from;
        for (int i = from; i < size; i++) {
            if (!names[i].equalsIgnoreCase(name)) {
                names[kept] = names[i];
                values[kept++] = values[i];
            }
        }
        Arrays.fill(names, kept, size, null);
        Arrays.fill(values, kept, size, null);
        size = kept;
    }
}
