package org.tucuxi.endpoints;

import java.util.List;
import java.util.Map;

/** Reads parts of a rule-set document and says what is wrong with them. Bounds how deep and how large it may be. */
final class Document {

    /** AWS's deepest rule set nests eighteen rules; a value adds a few levels. */
    static final int MAX_DEPTH = 200;

    /** AWS's largest rule set, that of S3, has some ten thousand parts. */
    static final int MAX_PARTS = 500_000;

    private int parts;

    /** Counts a part; to be called for every rule and every value. */
    void enter(Place place, int depth) {
        if (depth > MAX_DEPTH) {
            throw place.broken("nested deeper than " + MAX_DEPTH + " levels");
        }
        if (++parts > MAX_PARTS) {
            throw place.broken("the document has more than " + MAX_PARTS + " parts");
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value, Place place) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw place.broken("wants an object, not " + kind(value));
    }

    static Map<String, Object> objectOrEmpty(Object value, Place place) {
        return value == null ? Map.of() : object(value, place);
    }

    static List<?> list(Object value, Place place) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw place.broken("wants a list, not " + kind(value));
    }

    static String text(Object value, Place place) {
        if (value instanceof String text) {
            return text;
        }
        throw place.broken("wants a string, not " + kind(value));
    }

    private static String kind(Object value) {
        return value == null ? "nothing" : "a " + value.getClass().getSimpleName();
    }
}
