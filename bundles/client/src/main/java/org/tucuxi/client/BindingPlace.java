package org.tucuxi.client;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tucuxi.model.StructureShape;

/** Where a binding of records to shapes is worked out: for messages, and for records that hold their own kind. */
final class BindingPlace {

    private final String text;
    private final Map<Key, Object> begun;

    BindingPlace(String text) {
        this(text, new HashMap<>());
    }

    private BindingPlace(String text, Map<Key, Object> begun) {
        this.text = text;
        this.begun = begun;
    }

    private record Key(JavaType type, String shape) {
    }

    /** A place inside of this one. */
    BindingPlace in(String part) {
        return new BindingPlace(text + ", " + part, begun);
    }

    /**
     * Works out the binding of a record to a structure once.
     *
     * @param type the record
     * @param shape the structure, or null when there is none
     * @param binding works it out; may come back here for the same pair, which is answered by {@code again}
     * @param again makes a binding that looks for the finished one when it is used
     */
    @SuppressWarnings("unchecked")
    <T> T once(JavaType type, StructureShape shape, Supplier<T> binding, Function<Supplier<T>, T> again) {
        Key key = new Key(type, shape == null ? "" : shape.name());
        if (begun.containsKey(key)) {
            return again.apply(() -> (T) begun.get(key));
        }
        begun.put(key, null);
        try {
            T made = binding.get();
            begun.put(key, made);
            return made;
        } catch (RuntimeException | Error e) {
            begun.remove(key);
            throw e;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
