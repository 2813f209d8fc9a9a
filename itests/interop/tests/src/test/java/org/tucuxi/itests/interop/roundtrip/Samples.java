package org.tucuxi.itests.interop.roundtrip;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes values that fit a shape. The same seed makes the same values. */
final class Samples {

    /** Deeper than this only what is required is made. */
    private static final int DEEP = 5;
    /** Deeper than this nothing is made: whoever needs it is left out. */
    private static final int TOO_DEEP = 11;

    private final Random random;

    Samples(long seed) {
        random = new Random(seed);
    }

    /** A value, or null when a recursive shape must end here. */
    Object value(ModelShape shape, int depth) {
        return switch (shape.type()) {
            case "structure" -> shape.flag("document") ? document() : structure(shape, depth);
            case "list" -> list(shape, depth);
            case "map" -> map(shape, depth);
            case "string", "character" -> string(shape);
            case "integer" -> (int) number(shape);
            case "long" -> number(shape);
            case "float", "double" -> number(shape) + 0.5;
            case "boolean" -> true;
            case "timestamp" -> Instant.ofEpochSecond(1_500_000_000L + random.nextInt(200_000_000));
            case "blob" -> bytes();
            default -> throw new IllegalStateException(shape.name() + " is a " + shape.type());
        };
    }

    /** The members of a structure, of a union one; null when what is required does not end. */
    Map<String, Object> structure(ModelShape shape, int depth) {
        Map<String, Object> result = new LinkedHashMap<>();
        if (depth > TOO_DEEP) {
            return null;
        }
        for (Map.Entry<String, ModelShape> member : shape.members().entrySet()) {
            boolean required = shape.requires(member.getKey());
            if (member.getValue().isEventStream() || depth > DEEP && !required && !shape.flag("union")) {
                continue;
            }
            Object value = value(member.getValue(), depth + 1);
            if (value == null && required) {
                return null;
            }
            if (value != null) {
                result.put(member.getKey(), value);
                if (shape.flag("union")) {
                    return result;
                }
            }
        }
        return shape.flag("union") ? null : result;
    }

    private List<Object> list(ModelShape shape, int depth) {
        List<Object> items = new ArrayList<>();
        long count = depth > DEEP ? 1 : Math.max(2, Math.min(4, shape.definition().path("min").asLong(1)));
        for (long i = 0; i < Math.max(count, shape.definition().path("min").asLong(0)); i++) {
            Object item = value(shape.item(), depth + 1);
            if (item == null) {
                return null;
            }
            items.add(item);
        }
        return items;
    }

    private Map<String, Object> map(ModelShape shape, int depth) {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < 2; i++) {
            Object value = value(shape.value(), depth + 1);
            if (value == null) {
                return null;
            }
            entries.put(string(shape.key()), value);
        }
        return entries;
    }

    private String string(ModelShape shape) {
        JsonNode constants = shape.trait("enum");
        if (constants.isArray() && !constants.isEmpty()) {
            return constants.get(random.nextInt(constants.size())).asText();
        }
        StringBuilder text = new StringBuilder();
        long length = Math.max(3 + random.nextInt(6), Math.min(4096, shape.trait("min").asLong(0)));
        while (text.length() < length) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private long number(ModelShape shape) {
        return Math.max(1 + random.nextInt(100), shape.trait("min").asLong(0));
    }

    private byte[] bytes() {
        byte[] bytes = new byte[1 + random.nextInt(6)];
        random.nextBytes(bytes);
        return bytes;
    }

    private Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("text", "a" + random.nextInt(10));
        document.put("number", random.nextInt(10));
        document.put("list", new ArrayList<>(List.of(true, "b")));
        return document;
    }
}
