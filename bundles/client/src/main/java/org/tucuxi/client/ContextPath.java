package org.tucuxi.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A path of {@code operationContextParams}, compiled: the part of JMESPath that Smithy's rules engine allows there. It finds
 * what the endpoint rules want to know anywhere in the parameters of a call.
 *
 * <p>Paths are read before the parameters are validated, so nothing that a caller passes makes them fail: what is not there,
 * or is of another kind, is null. (JMESPath's own {@code keys} refuses what is no map; here validation says it better.)
 */
sealed interface ContextPath {

    /** The value in the parameters; null when there is none. */
    Object find(Object params);

    /** Where a path begins. */
    record Current() implements ContextPath {
        @Override
        public Object find(Object params) {
            return params;
        }
    }

    /** {@code owner.name}. */
    record Field(ContextPath owner, String name) implements ContextPath {
        @Override
        public Object find(Object params) {
            return owner.find(params) instanceof Map<?, ?> map ? map.get(name) : null;
        }
    }

    /** {@code owner.[one, two]}. */
    record Several(ContextPath owner, List<ContextPath> paths) implements ContextPath {
        @Override
        public Object find(Object params) {
            Object value = owner.find(params);
            if (value == null) {
                return null;
            }
            List<Object> found = new ArrayList<>(paths.size());
            for (int i = 0; i < paths.size(); i++) {
                found.add(paths.get(i).find(value));
            }
            return found;
        }
    }

    /** {@code owner.keys(map)}. */
    record Keys(ContextPath owner, ContextPath map) implements ContextPath {
        @Override
        public Object find(Object params) {
            return map.find(owner.find(params)) instanceof Map<?, ?> found ? new ArrayList<Object>(found.keySet()) : null;
        }
    }

    /** {@code items[*]} and what follows for each item; items without it are left out. */
    record Each(ContextPath items, ContextPath rest) implements ContextPath {
        @Override
        public Object find(Object params) {
            if (!(items.find(params) instanceof Collection<?> values)) {
                return null;
            }
            List<Object> found = new ArrayList<>(values.size());
            for (Object value : values) {
                Object one = rest.find(value);
                if (one != null) {
                    found.add(one);
                }
            }
            return found;
        }
    }

    /** {@code lists[]}: one list of what several hold. */
    record Flat(ContextPath lists) implements ContextPath {
        @Override
        public Object find(Object params) {
            if (!(lists.find(params) instanceof Collection<?> values)) {
                return null;
            }
            List<Object> found = new ArrayList<>(values.size());
            for (Object value : values) {
                if (value instanceof Collection<?> inner) {
                    found.addAll(inner);
                } else {
                    found.add(value);
                }
            }
            return found;
        }
    }
}
