package org.tucuxi.services.shared;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an added method was called with: one map by name, or values in order. */
public final class MethodArguments {

    private final String method;
    private final Map<String, Object> values;

    private MethodArguments(String method, Map<String, Object> values) {
        this.method = method;
        this.values = values;
    }

    /**
     * Reads the arguments.
     *
     * @param method the method, for messages
     * @param names its parameters in order
     * @param given what it was called with
     * @return the arguments by name
     * @throws IllegalArgumentException when there are too many, or one that the method does not have
     */
    public static MethodArguments of(String method, List<String> names, Object... given) {
        Map<String, Object> values = new LinkedHashMap<>(8);
        if (given.length == 1 && given[0] instanceof Map<?, ?> map) {
            map.forEach((name, value) -> values.put(String.valueOf(name), value));
            values.keySet().stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
                throw new IllegalArgumentException(method + "() has no parameter " + name + ", but " + names);
            });
        } else if (given.length > names.size()) {
            throw new IllegalArgumentException(method + "() takes " + names + ", but was given " + given.length + " values");
        } else {
            for (int i = 0; i < given.length; i++) {
                values.put(names.get(i), given[i]);
            }
        }
        return new MethodArguments(method, values);
    }

    /**
     * An argument that must be there.
     *
     * @param name its name
     * @return its value as text
     * @throws IllegalArgumentException when it is missing
     */
    public String required(String name) {
        String value = text(name);
        if (value == null) {
            throw new IllegalArgumentException(method + "() needs the parameter " + name);
        }
        return value;
    }

    /**
     * An argument that may be missing.
     *
     * @param name its name
     * @return its value as text, or null
     */
    public String text(String name) {
        Object value = values.get(name);
        return value == null ? null : value.toString();
    }

    /**
     * A whole number that may be missing.
     *
     * @param name its name
     * @param otherwise the value when it is
     * @return the number
     * @throws IllegalArgumentException when it is something else
     */
    public long number(String name, long otherwise) {
        Object value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException(method + "() needs a number for " + name + ", not a "
                + value.getClass().getSimpleName());
    }
}
