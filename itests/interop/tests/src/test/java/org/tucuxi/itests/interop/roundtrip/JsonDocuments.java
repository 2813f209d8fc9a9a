package org.tucuxi.itests.interop.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** JSON, and CBOR by the same trees. */
final class JsonDocuments implements Documents {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectMapper mapper;
    private final CborTime times;

    /** JSON has times as numbers or texts, CBOR as tagged numbers. */
    interface CborTime {
        byte[] write(JsonNode tree) throws IOException;

        JsonNode read(byte[] body) throws IOException;
    }

    JsonDocuments() {
        mapper = new ObjectMapper();
        times = null;
    }

    JsonDocuments(CborTime times) {
        mapper = null;
        this.times = times;
    }

    @Override
    public void check(ModelShape shape, Object expected, byte[] body, boolean top) throws IOException {
        JsonNode tree = body.length == 0 ? NODES.objectNode() : mapper != null ? mapper.readTree(body) : times.read(body);
        compare(shape, expected, tree, top, shape.name());
    }

    private void compare(ModelShape shape, Object expected, JsonNode actual, boolean top, String path) {
        switch (shape.type()) {
            case "structure" -> {
                if (shape.flag("document")) {
                    assertThat(actual).as(path).isEqualTo(new ObjectMapper().valueToTree(expected));
                } else {
                    structure(shape, (Map<?, ?>) expected, actual, top, path);
                }
            }
            case "list" -> {
                assertThat(actual.size()).as(path).isEqualTo(((List<?>) expected).size());
                int index = 0;
                for (Object item : (List<?>) expected) {
                    compare(shape.item(), item, actual.get(index), false, path + '[' + index++ + ']');
                }
            }
            case "map" -> {
                assertThat(actual.size()).as(path).isEqualTo(((Map<?, ?>) expected).size());
                ((Map<?, ?>) expected).forEach((key, value) -> compare(shape.value(), value, actual.get((String) key),
                        false, path + '.' + key));
            }
            default -> scalar(shape, expected, actual, path);
        }
    }

    private void structure(ModelShape shape, Map<?, ?> expected, JsonNode actual, boolean top, String path) {
        int count = 0;
        for (Map.Entry<String, ModelShape> member : shape.members().entrySet()) {
            Object value = expected.get(member.getKey());
            if (value == null || top && !member.getValue().location().isEmpty()) {
                continue;
            }
            count++;
            JsonNode found = actual.get(member.getValue().wireName(member.getKey()));
            assertThat(found).as(path + '.' + member.getKey()).isNotNull();
            compare(member.getValue(), value, found, false, path + '.' + member.getKey());
        }
        assertThat(actual.size()).as(path + " has " + actual).isEqualTo(count);
    }

    private void scalar(ModelShape shape, Object expected, JsonNode actual, String path) {
        switch (shape.type()) {
            case "timestamp" -> assertThat(actual.asText()).as(path).isEqualTo(mapper == null
                    ? Long.toString(((Instant) expected).getEpochSecond())
                    : Times.text(shape, expected, "unixTimestamp"));
            case "blob" -> {
                try {
                    assertThat(actual.binaryValue()).as(path).isEqualTo(expected);
                } catch (IOException e) {
                    throw new AssertionError(path + " is no blob: " + actual, e);
                }
            }
            case "integer", "long" -> assertThat(actual.isIntegralNumber() ? actual.asLong() : actual).as(path)
                    .isEqualTo(((Number) expected).longValue());
            case "float", "double" -> assertThat(actual.isNumber() ? actual.asDouble() : actual).as(path)
                    .isEqualTo(expected);
            case "boolean" -> assertThat(actual.isBoolean() && actual.asBoolean()).as(path).isEqualTo(expected);
            default -> assertThat(actual.isTextual() ? actual.asText() : actual).as(path).isEqualTo(expected);
        }
    }

    @Override
    public byte[] write(String operation, ModelShape shape, Object value, boolean top) throws IOException {
        JsonNode tree = shape == null ? NODES.objectNode() : tree(shape, value, top);
        return mapper != null ? mapper.writeValueAsBytes(tree) : times.write(tree);
    }

    private JsonNode tree(ModelShape shape, Object value, boolean top) {
        switch (shape.type()) {
            case "structure":
                return shape.flag("document") ? new ObjectMapper().valueToTree(value) : object(shape, (Map<?, ?>) value, top);
            case "list":
                ArrayNode array = NODES.arrayNode();
                ((List<?>) value).forEach(item -> array.add(tree(shape.item(), item, false)));
                return array;
            case "map":
                ObjectNode map = NODES.objectNode();
                ((Map<?, ?>) value).forEach((key, item) -> map.set((String) key, tree(shape.value(), item, false)));
                return map;
            case "timestamp":
                if (mapper == null) {
                    return NODES.pojoNode(value);
                }
                String text = Times.text(shape, value, "unixTimestamp");
                return text.matches("[0-9]+") ? NODES.numberNode(Long.parseLong(text)) : NODES.textNode(text);
            case "blob":
                return NODES.binaryNode((byte[]) value);
            case "integer", "long":
                return NODES.numberNode(((Number) value).longValue());
            case "float", "double":
                return NODES.numberNode((Double) value);
            case "boolean":
                return NODES.booleanNode((Boolean) value);
            default:
                return NODES.textNode((String) value);
        }
    }

    private JsonNode object(ModelShape shape, Map<?, ?> value, boolean top) {
        ObjectNode object = NODES.objectNode();
        shape.members().forEach((name, member) -> {
            if (value.get(name) != null && !(top && !member.location().isEmpty())) {
                object.set(member.wireName(name), tree(member, value.get(name), false));
            }
        });
        return object;
    }
}
