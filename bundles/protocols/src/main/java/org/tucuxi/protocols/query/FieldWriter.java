package org.tucuxi.protocols.query;

import java.util.Iterator;
import java.util.Map;
import org.tucuxi.protocols.value.ScalarText;
import org.tucuxi.protocols.value.ValueFault;

/** Writes the fields of one value; the writer's prefix is the value's name. */
@FunctionalInterface
interface FieldWriter {

    void write(FormWriter out, Object value);

    /** One field. */
    record Scalar(ScalarText text) implements FieldWriter {

        @Override
        public void write(FormWriter out, Object value) {
            if (value == null) {
                throw ValueFault.type(null, "a value");
            }
            out.field(text.of(value));
        }
    }

    /** The members of a structure. */
    record Structure(MemberFields members) implements FieldWriter {

        @Override
        public void write(FormWriter out, Object value) {
            if (!(value instanceof Map<?, ?> map)) {
                throw ValueFault.type(value, "a map");
            }
            members.write(out, map);
        }
    }

    /**
     * The items of a list, each named by its position.
     *
     * @param name what stands between the list's name and the position, or null
     * @param inPlace whether {@code name} takes the place of the list's own
     * @param emptyField whether a list without items is a field without value; otherwise it is nothing
     * @param item the writer of an item
     */
    record Items(byte[] name, boolean inPlace, boolean emptyField, FieldWriter item) implements FieldWriter {

        @Override
        public void write(FormWriter out, Object value) {
            if (!(value instanceof Iterable<?> items)) {
                throw ValueFault.type(value, "a list");
            }
            Iterator<?> next = items.iterator();
            if (!next.hasNext()) {
                if (emptyField) {
                    out.field("");
                }
                return;
            }
            if (inPlace) {
                byte[] original = out.copy();
                out.replaceLast(name);
                writeItems(out, next);
                out.restore(original);
                return;
            }
            int mark = out.mark();
            if (name != null) {
                out.enter(name);
            }
            writeItems(out, next);
            out.leave(mark);
        }

        private void writeItems(FormWriter out, Iterator<?> items) {
            int mark = out.mark();
            int index = 0;
            try {
                while (items.hasNext()) {
                    out.enter(index + 1);
                    item.write(out, items.next());
                    out.leave(mark);
                    index++;
                }
            } catch (ValueFault fault) {
                throw fault.at(index);
            }
        }
    }

    /**
     * The entries of a map, each named by its position.
     *
     * @param entry what stands between the map's name and the position, or null
     * @param keyName the name of a key
     * @param key the writer of a key
     * @param valueName the name of a value
     * @param value the writer of a value
     */
    record Entries(byte[] entry, byte[] keyName, FieldWriter key, byte[] valueName, FieldWriter value)
            implements FieldWriter {

        @Override
        public void write(FormWriter out, Object parameter) {
            if (!(parameter instanceof Map<?, ?> map)) {
                throw ValueFault.type(parameter, "a map");
            }
            int mark = out.mark();
            if (entry != null) {
                out.enter(entry);
            }
            int inside = out.mark();
            int index = 1;
            for (Map.Entry<?, ?> next : map.entrySet()) {
                out.enter(index++);
                try {
                    write(out, next);
                } catch (ValueFault fault) {
                    throw fault.in(String.valueOf(next.getKey()));
                }
                out.leave(inside);
            }
            out.leave(mark);
        }

        private void write(FormWriter out, Map.Entry<?, ?> next) {
            int mark = out.mark();
            out.enter(keyName);
            key.write(out, next.getKey());
            out.leave(mark);
            out.enter(valueName);
            value.write(out, next.getValue());
            out.leave(mark);
        }
    }
}
