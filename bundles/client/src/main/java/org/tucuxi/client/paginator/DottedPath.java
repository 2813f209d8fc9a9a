package org.tucuxi.client.paginator;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tucuxi.InvalidExpressionException;

/** The part of JMESPath by which values are set: names with dots between. */
final class DottedPath {

    private DottedPath() {
    }

    /**
     * Sets a value, or takes it out when it is null. Maps that are missing on the way are made; one that refuses changes is replaced.
     *
     * @return the map, or the one that replaces it
     */
    static Map<String, Object> set(Map<String, Object> owner, String path, Object value) {
        if (path.isEmpty() || path.indexOf('[') >= 0 || path.indexOf(']') >= 0 || path.indexOf('*') >= 0) {
            throw refused(path);
        }
        return set(owner, path, 0, value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> set(Map<String, Object> owner, String path, int start, Object value) {
        int dot = path.indexOf('.', start);
        String name = dot < 0 ? path.substring(start) : path.substring(start, dot);
        if (name.isEmpty()) {
            throw refused(path);
        }
        if (dot < 0 || dot == path.length() - 1) {
            return put(owner, name, value);
        }
        Object inner = owner.get(name);
        if (inner == null && value == null) {
            return owner;
        }
        if (inner != null && !(inner instanceof Map<?, ?>)) {
            throw new InvalidExpressionException("Invalid expression " + path + ": " + name + " is a "
                    + inner.getClass().getSimpleName() + ", in which nothing can be set");
        }
        Map<String, Object> map = inner == null ? new LinkedHashMap<>() : (Map<String, Object>) inner;
        Map<String, Object> changed = set(map, path, dot + 1, value);
        return changed == inner ? owner : put(owner, name, changed);
    }

    private static Map<String, Object> put(Map<String, Object> owner, String name, Object value) {
        try {
            change(owner, name, value);
            return owner;
        } catch (UnsupportedOperationException e) {
            Map<String, Object> copy = new LinkedHashMap<>(owner);
            change(copy, name, value);
            return copy;
        }
    }

    private static void change(Map<String, Object> owner, String name, Object value) {
        if (value == null) {
            owner.remove(name);
        } else {
            owner.put(name, value);
        }
    }

    private static InvalidExpressionException refused(String path) {
        return new InvalidExpressionException("Invalid expression " + path + ": Only dotted lookups are supported.");
    }
}
