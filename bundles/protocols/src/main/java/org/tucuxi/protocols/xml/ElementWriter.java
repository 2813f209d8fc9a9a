package org.tucuxi.protocols.xml;

import java.util.Arrays;
import java.util.Map;
import org.tucuxi.protocols.value.ScalarText;
import org.tucuxi.protocols.value.ValueFault;

/** Writes the elements of one value; its tags are encoded, because the place of a shape decides its name. */
@FunctionalInterface
interface ElementWriter {

    void write(XmlWriter out, Object value);

    /** The tags of an element. */
    record Tag(byte[] start, byte[] end) {

        static Tag of(String name, byte[] namespace) {
            byte[] start = XmlWriter.startOf(name);
            if (namespace != null) {
                int length = start.length;
                start = Arrays.copyOf(start, length + namespace.length);
                System.arraycopy(namespace, 0, start, length, namespace.length);
            }
            return new Tag(start, XmlWriter.endOf(name));
        }
    }

    /** One element with text. */
    record Scalar(Tag tag, ScalarText text) implements ElementWriter {

        @Override
        public void write(XmlWriter out, Object value) {
            if (value == null) {
                throw ValueFault.type(null, "a value");
            }
            out.start(tag.start());
            out.text(text.of(value));
            out.end(tag.end());
        }
    }

    /** One element with the members of a structure. */
    record Structure(Tag tag, MemberWriters members) implements ElementWriter {

        @Override
        public void write(XmlWriter out, Object value) {
            if (!(value instanceof Map<?, ?> map)) {
                throw ValueFault.type(value, "a map");
            }
            out.start(tag.start());
            members.write(out, map);
            out.end(tag.end());
        }
    }

    /** The items of a list, inside {@code wrapper} or, when that is null, flattened. */
    record Items(Tag wrapper, ElementWriter item) implements ElementWriter {

        @Override
        public void write(XmlWriter out, Object value) {
            if (!(value instanceof Iterable<?> items)) {
                throw ValueFault.type(value, "a list");
            }
            if (wrapper != null) {
                out.start(wrapper.start());
            }
            int index = 0;
            try {
                for (Object next : items) {
                    item.write(out, next);
                    index++;
                }
            } catch (ValueFault fault) {
                throw fault.at(index);
            }
            if (wrapper != null) {
                out.end(wrapper.end());
            }
        }
    }

    /** The entries of a map, inside {@code wrapper} or, when that is null, flattened. */
    record Entries(Tag wrapper, Tag entry, ElementWriter key, ElementWriter value) implements ElementWriter {

        @Override
        public void write(XmlWriter out, Object parameter) {
            if (!(parameter instanceof Map<?, ?> map)) {
                throw ValueFault.type(parameter, "a map");
            }
            if (wrapper != null) {
                out.start(wrapper.start());
            }
            for (Map.Entry<?, ?> next : map.entrySet()) {
                out.start(entry.start());
                try {
                    key.write(out, next.getKey());
                    value.write(out, next.getValue());
                } catch (ValueFault fault) {
                    throw fault.in(String.valueOf(next.getKey()));
                }
                out.end(entry.end());
            }
            if (wrapper != null) {
                out.end(wrapper.end());
            }
        }
    }
}
