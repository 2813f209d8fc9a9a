package org.tucuxi.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Works on trees of maps and lists. */
final class Trees {

    private Trees() {
    }

    /** The map at a key; empty when there is none. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<String, Object> tree, String key) {
        return tree.get(key) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** Merges extras into a mutable tree, as the reference does: maps merge, everything else is replaced. */
    @SuppressWarnings("unchecked")
    static void merge(Map<String, Object> base, Map<String, Object> extras) {
        extras.forEach((key, value) -> {
            Object old = base.get(key);
            if (old instanceof Map<?, ?> oldMap && value instanceof Map<?, ?> map) {
                merge((Map<String, Object>) oldMap, (Map<String, Object>) map);
            } else {
                base.put(key, copy(value));
            }
        });
    }

    /** A mutable copy, so that what is merged into one tree is not shared with another. */
    static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> result = new LinkedHashMap<>();
            map.forEach((key, item) -> result.put((String) key, copy(item)));
            return result;
        }
        if (value instanceof List<?> list) {
            List<Object> result = new ArrayList<>(list.size());
            list.forEach(item -> result.add(copy(item)));
            return result;
        }
        return value;
    }

    /** The same tree, unmodifiable at every level. */
    static Map<String, Object> frozen(Map<String, Object> tree) {
        Map<String, Object> result = new LinkedHashMap<>();
        tree.forEach((key, value) -> result.put(key, frozenValue(value)));
        return Collections.unmodifiableMap(result);
    }

    @SuppressWarnings("unchecked")
    private static Object frozenValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return frozen((Map<String, Object>) map);
        }
        if (value instanceof List<?> list) {
            List<Object> result = new ArrayList<>(list.size());
            list.forEach(item -> result.add(frozenValue(item)));
            return Collections.unmodifiableList(result);
        }
        return value;
    }
}
