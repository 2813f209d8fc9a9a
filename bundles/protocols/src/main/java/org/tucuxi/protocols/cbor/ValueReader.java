package org.tucuxi.protocols.cbor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.protocols.value.ValueFault;

/** Reads the value of one shape; null and undefined are the business of what holds the value. */
@FunctionalInterface
interface ValueReader {

    Object read(CborReader in);

    /** A list. Nulls stay in it, as in the reference. */
    record Items(ValueReader item) implements ValueReader {

        /** A size is only a claim until the items are there. */
        private static final int MAX_CLAIM = 1024;

        @Override
        public Object read(CborReader in) {
            int size = in.enterArray();
            List<Object> items = size >= 0 ? new ArrayList<>(Math.min(size, MAX_CLAIM)) : new ArrayList<>();
            try {
                for (int i = 0; in.more(size, i); i++) {
                    items.add(in.readNull() ? null : item.read(in));
                }
            } catch (ValueFault fault) {
                throw fault.at(items.size());
            }
            return items;
        }
    }

    /**
     * A map.
     *
     * @param value reads the values
     * @param sparse whether nulls stay in the map; they are dropped otherwise
     */
    record Entries(ValueReader value, boolean sparse) implements ValueReader {

        @Override
        public Object read(CborReader in) {
            int size = in.enterMap();
            Map<String, Object> entries = new LinkedHashMap<>();
            for (int i = 0; in.more(size, i); i++) {
                String key = in.readString();
                if (in.readNull()) {
                    if (sparse) {
                        entries.put(key, null);
                    }
                    continue;
                }
                try {
                    entries.put(key, value.read(in));
                } catch (ValueFault fault) {
                    throw fault.in(key);
                }
            }
            return entries;
        }
    }
}
