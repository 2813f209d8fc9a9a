package org.tucuxi;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an added {@link ClientMethod} was called with, by boto3's names: one map, or values in the order of the names. Every
 * error says what the method takes.
 */
public final class MethodArguments {

    private final String method;
    private final List<String> names;
    private final Map<String, Object> values;

    private MethodArguments(String method, List<String> names) {
        this.method = method;
        this.names = names;
        this.values = new LinkedHashMap<>(8);
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
        MethodArguments arguments = new MethodArguments(method, List.copyOf(names));
        if (given.length == 1 && given[0] instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (!(name instanceof String known) || !names.contains(known)) {
                    throw arguments.wrong("it was given " + name);
                }
                arguments.values.put(known, value);
            });
        } else if (given.length > names.size()) {
            throw arguments.wrong("it was given " + given.length + " values");
        } else {
            for (int i = 0; i < given.length; i++) {
                arguments.values.put(names.get(i), given[i]);
            }
        }
        return arguments;
    }

    /**
     * An argument that must be there.
     *
     * @param name its name
     * @return its value
     * @throws IllegalArgumentException when it is missing or null
     */
    public Object required(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw wrong("it needs " + name);
        }
        return value;
    }

    /**
     * A text that must be there.
     *
     * @param name its name
     * @return the text
     * @throws IllegalArgumentException when it is missing or no text
     */
    public String requiredText(String name) {
        required(name);
        return text(name);
    }

    /**
     * A text that may be missing.
     *
     * @param name its name
     * @return the text, or null
     * @throws IllegalArgumentException when it is no text
     */
    public String text(String name) {
        return as(String.class, name, "a text");
    }

    /**
     * A map that may be missing.
     *
     * @param name its name
     * @param <V> what the caller takes its values for
     * @return the map, or null; what is in it is not looked at
     * @throws IllegalArgumentException when it is no map
     */
    @SuppressWarnings("unchecked")
    public <V> Map<String, V> map(String name) {
        return as(Map.class, name, "a map");
    }

    /**
     * A list that may be missing.
     *
     * @param name its name
     * @return the list, or null
     * @throws IllegalArgumentException when it is no list
     */
    public List<?> list(String name) {
        return as(List.class, name, "a list");
    }

    /**
     * A time that may be missing: a Duration, or boto3's whole seconds.
     *
     * @param name its name
     * @param otherwise the time when it is
     * @return the time
     * @throws IllegalArgumentException when it is something else
     */
    public Duration duration(String name, Duration otherwise) {
        Object value = values.get(name);
        if (value instanceof Number seconds) {
            return Duration.ofSeconds(seconds.longValue());
        }
        return value == null ? otherwise : as(Duration.class, name, "a number of seconds or a Duration");
    }

    private <T> T as(Class<T> type, String name, String expected) {
        Object value = values.get(name);
        if (value != null && !type.isInstance(value)) {
            throw wrong(name + " must be " + expected + ", not a " + value.getClass().getSimpleName());
        }
        return type.cast(value);
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(method + " takes " + String.join(", ", names) + "; " + what);
    }
}
