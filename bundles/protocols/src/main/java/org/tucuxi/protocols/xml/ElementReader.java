package org.tucuxi.protocols.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.protocols.value.ScalarParser;
import org.tucuxi.protocols.value.ValueFault;

/** Reads the value of one element: called after its start, it goes past its end. */
@FunctionalInterface
interface ElementReader {

    Object read(XmlReader in);

    /** An element with text. */
    record Scalar(ScalarParser parser) implements ElementReader {

        @Override
        public Object read(XmlReader in) {
            in.readElementText();
            return parser.parse(in.textBytes(), in.textStart(), in.textEnd());
        }
    }

    /** An element whose children are the items, whatever their names. */
    record Items(ElementReader item) implements ElementReader {

        @Override
        public Object read(XmlReader in) {
            List<Object> items = new ArrayList<>();
            while (in.toChild()) {
                add(in, items);
            }
            return items;
        }

        void add(XmlReader in, List<Object> items) {
            try {
                items.add(item.read(in));
            } catch (ValueFault fault) {
                throw fault.at(items.size());
            }
        }
    }

    /** An element whose children are the entries, whatever their names. */
    record Entries(byte[] keyName, ElementReader key, byte[] valueName, ElementReader value) implements ElementReader {

        @Override
        public Object read(XmlReader in) {
            Map<String, Object> entries = new LinkedHashMap<>();
            while (in.toChild()) {
                add(in, entries);
            }
            return entries;
        }

        void add(XmlReader in, Map<String, Object> entries) {
            String entryKey = null;
            Object entryValue = null;
            while (in.toChild()) {
                if (in.isNamed(keyName)) {
                    entryKey = String.valueOf(key.read(in));
                } else if (in.isNamed(valueName)) {
                    try {
                        entryValue = value.read(in);
                    } catch (ValueFault fault) {
                        throw fault.in(entryKey == null ? "value" : entryKey);
                    }
                } else {
                    throw new ValueFault("expected a map's key or value, got the element "
                            + ValueFault.quoted(in.localName()));
                }
            }
            if (entryKey == null || entryValue == null) {
                throw new ValueFault("expected a map's key and its value, got an entry without "
                        + (entryKey == null ? "key" : "value"));
            }
            entries.put(entryKey, entryValue);
        }
    }
}
