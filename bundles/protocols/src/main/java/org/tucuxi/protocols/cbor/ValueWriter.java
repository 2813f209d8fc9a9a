package org.tucuxi.protocols.cbor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.tucuxi.protocols.value.ValueFault;

/** Writes the values of one shape. */
@FunctionalInterface
interface ValueWriter {

    void write(CborWriter out, Object value);

    /**
     * A list.
     *
     * @param item writes the items
     * @param sparse whether there may be nulls
     */
    record Items(ValueWriter item, boolean sparse) implements ValueWriter {

        @Override
        public void write(CborWriter out, Object value) {
            Collection<?> items = collection(value);
            int size = items.size();
            out.enterArray(size);
            int index = 0;
            try {
                for (Object next : items) {
                    element(out, item, next, sparse);
                    index++;
                }
            } catch (ValueFault fault) {
                throw fault.at(index);
            }
            checkUnchanged(size, index);
            out.leave();
        }

        private static Collection<?> collection(Object value) {
            if (value instanceof Collection<?> items) {
                return items;
            }
            if (value instanceof Iterable<?> items) {
                List<Object> copy = new ArrayList<>();
                items.forEach(copy::add);
                return copy;
            }
            throw ValueFault.type(value, "a list");
        }
    }

    /**
     * A map.
     *
     * @param value writes the values
     * @param sparse whether there may be nulls
     */
    record Entries(ValueWriter value, boolean sparse) implements ValueWriter {

        @Override
        public void write(CborWriter out, Object parameter) {
            if (!(parameter instanceof Map<?, ?> map)) {
                throw ValueFault.type(parameter, "a map");
            }
            int size = map.size();
            out.enterMap(size);
            int written = 0;
            for (Map.Entry<?, ?> next : map.entrySet()) {
                try {
                    ScalarWriters.text(out, next.getKey());
                    element(out, value, next.getValue(), sparse);
                } catch (ValueFault fault) {
                    throw fault.in(String.valueOf(next.getKey()));
                }
                written++;
            }
            checkUnchanged(size, written);
            out.leave();
        }
    }

    private static void element(CborWriter out, ValueWriter writer, Object value, boolean sparse) {
        if (value != null) {
            writer.write(out, value);
        } else if (sparse) {
            out.writeNull();
        } else {
            throw ValueFault.type(null, "a value");
        }
    }

    /** The size is written before the content: another thread could make it a lie. */
    static void checkUnchanged(int announced, int written) {
        if (announced != written) {
            throw new ValueFault("expected " + announced + " elements as at first, got " + written
                    + ": the parameter was changed while it was written");
        }
    }
}
