package org.tucuxi.protocols.json;

import java.util.Map;
import org.tucuxi.protocols.value.ValueFault;

/** Writes values of one shape. */
@FunctionalInterface
interface ValueWriter {

    /**
     * Writes a value.
     *
     * @param out where it goes
     * @param value the parameter, not null
     * @throws ValueFault when it cannot be written
     */
    void write(JsonWriter out, Object value);

    /** Writes a value that may be null: an item of a list or a map. */
    default void writeOrNull(JsonWriter out, Object value) {
        if (value == null) {
            out.literal("null");
        } else {
            write(out, value);
        }
    }

    /** A list. */
    record Items(ValueWriter item) implements ValueWriter {

        @Override
        public void write(JsonWriter out, Object value) {
            if (!(value instanceof Iterable<?> items)) {
                throw ValueFault.type(value, "a list");
            }
            out.startArray();
            int index = 0;
            try {
                for (Object next : items) {
                    out.item();
                    item.writeOrNull(out, next);
                    index++;
                }
            } catch (ValueFault fault) {
                throw fault.at(index);
            }
            out.endArray();
        }
    }

    /** A map; its keys are names. */
    record Entries(ValueWriter item) implements ValueWriter {

        @Override
        public void write(JsonWriter out, Object value) {
            if (!(value instanceof Map<?, ?> map)) {
                throw ValueFault.type(value, "a map");
            }
            out.startObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String key = key(entry.getKey());
                out.key(key);
                try {
                    item.writeOrNull(out, entry.getValue());
                } catch (ValueFault fault) {
                    throw fault.in(key);
                }
            }
            out.endObject();
        }
    }

    /** The name that a key is in JSON. */
    static String key(Object key) {
        if (key instanceof String text) {
            return text;
        }
        if (key instanceof CharSequence || key instanceof Enum || key instanceof Character) {
            return key.toString();
        }
        throw ValueFault.type(key, "a text as key");
    }
}
