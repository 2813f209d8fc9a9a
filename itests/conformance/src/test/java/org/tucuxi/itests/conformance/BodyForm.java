package org.tucuxi.itests.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How cases write bodies down, and how two bodies are compared. */
enum BodyForm {
    /** Text as it is. */
    TEXT {
        @Override
        byte[] bytes(String body) {
            return body.getBytes(UTF_8);
        }

        @Override
        Object canonical(byte[] body) throws Exception {
            return BodyText.canonical(new String(body, UTF_8));
        }
    },
    /** CBOR in base64. Two are equal when their values are: a number may be longer than it must, a map without size. */
    CBOR {
        @Override
        byte[] bytes(String body) {
            return Base64.getDecoder().decode(body);
        }

        @Override
        Object canonical(byte[] body) throws Exception {
            return body.length == 0 ? "" : plain(new CBORMapper().readValue(body, Object.class));
        }
    };

    /** A body out of what a case says. */
    abstract byte[] bytes(String body);

    /** Something that is equal for equal bodies. */
    abstract Object canonical(byte[] body) throws Exception;

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> result = new TreeMap<>();
            map.forEach((key, item) -> result.put(key, plain(item)));
            return result;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(BodyForm::plain).toList();
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        // No text is equal to bytes.
        return value instanceof byte[] bytes ? List.of(new String(bytes, ISO_8859_1)) : value == null ? "null" : value;
    }
}
