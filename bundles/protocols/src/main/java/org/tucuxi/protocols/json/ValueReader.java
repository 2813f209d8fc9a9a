package org.tucuxi.protocols.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.protocols.value.ValueFault;

/** Reads values of one shape. */
@FunctionalInterface
interface ValueReader {

    /**
     * Reads a value.
     *
     * @param in the parser at the first token of the value, which is not null; afterwards it is at the last
     * @return the value
     * @throws IOException when the document is broken
     * @throws ValueFault when the value does not fit the shape
     */
    Object read(JsonParser in) throws IOException;

    /** A list; it keeps nulls, whether it is sparse or not (the reference). */
    record Items(ValueReader item) implements ValueReader {

        @Override
        public Object read(JsonParser in) throws IOException {
            if (!in.isExpectedStartArrayToken()) {
                throw JsonDocument.unexpected("an array", in);
            }
            List<Object> items = new ArrayList<>();
            try {
                for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
                    items.add(token == JsonToken.VALUE_NULL ? null : item.read(in));
                }
            } catch (ValueFault fault) {
                throw fault.at(items.size());
            } catch (IOException e) {
                throw JsonDocument.fault(e).at(items.size());
            }
            return items;
        }
    }

    /**
     * A map.
     *
     * @param item the reader of its values
     * @param keepsNulls whether a null is a value; else its entry is not there
     */
    record Entries(ValueReader item, boolean keepsNulls) implements ValueReader {

        @Override
        public Object read(JsonParser in) throws IOException {
            if (!in.isExpectedStartObjectToken()) {
                throw JsonDocument.unexpected("an object", in);
            }
            Map<String, Object> entries = new LinkedHashMap<>();
            for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
                read(in, key, entries);
            }
            return entries;
        }

        private void read(JsonParser in, String key, Map<String, Object> entries) {
            Object value = null;
            try {
                if (in.nextToken() != JsonToken.VALUE_NULL) {
                    value = item.read(in);
                } else if (!keepsNulls) {
                    return;
                }
                if (entries.put(key, value) != null) {
                    throw new ValueFault("expected each name once, got it twice");
                }
            } catch (ValueFault fault) {
                throw fault.in(key);
            } catch (IOException e) {
                throw JsonDocument.fault(e).in(key);
            }
        }
    }
}
