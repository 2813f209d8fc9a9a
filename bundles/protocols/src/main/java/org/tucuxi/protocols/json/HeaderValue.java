package org.tucuxi.protocols.json;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.tucuxi.protocols.value.ValueFault;

/** JSON values in headers: in base64, compact, and in ASCII like the reference's. */
final class HeaderValue {

    private static final int CAPACITY = 256;

    private HeaderValue() {
    }

    /** A text that is JSON goes as it is (Smithy gives such values as text); another one becomes a JSON string. */
    static String write(Object value) {
        byte[] json = value instanceof CharSequence text ? ofText(text.toString()) : encoded(value);
        return Base64.getEncoder().encodeToString(json);
    }

    private static byte[] ofText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            boolean isJson = JsonDocument.read(bytes, in -> {
                in.skipChildren();
                return in;
            }) != null || text.strip().equals("null");
            return isJson ? bytes : encoded(text);
        } catch (ValueFault fault) {
            return encoded(text);
        }
    }

    private static byte[] encoded(Object value) {
        JsonWriter out = new JsonWriter(CAPACITY, true);
        ScalarWriters.DOCUMENT.write(out, value);
        return out.toBytes();
    }

    static Object read(byte[] text, int from, int to) {
        byte[] encoded = new byte[to - from];
        System.arraycopy(text, from, encoded, 0, encoded.length);
        byte[] json;
        try {
            json = Base64.getMimeDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            throw new ValueFault("expected JSON in base64, got a text that is no base64");
        }
        Object value = JsonDocument.read(json, ScalarReaders.DOCUMENT::read);
        // Objects, arrays and strings are parsed, as in the reference; what is less stays text, as in Smithy.
        return value instanceof Map || value instanceof List || value instanceof String
                ? value : new String(json, StandardCharsets.UTF_8).strip();
    }
}
