package org.tucuxi.itests.protocoltests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.NumberNode;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MapShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;

/** Values of cases as a user gives them and as results have them. */
record Values(Model model) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    /** A value of a shape, as a user gives it. */
    Object of(Node node, Shape shape) {
        if (node.isNullNode()) {
            return null;
        }
        return switch (shape.getType()) {
            case MEMBER -> of(node, model.expectShape(((MemberShape) shape).getTarget()));
            case STRUCTURE, UNION -> structure(node.expectObjectNode(), shape);
            case LIST, SET -> {
                List<Object> list = new ArrayList<>();
                Shape element = ((ListShape) shape).getMember();
                node.expectArrayNode().getElements().forEach(item -> list.add(of(item, element)));
                yield list;
            }
            case MAP -> {
                Map<String, Object> map = new LinkedHashMap<>();
                node.expectObjectNode().getStringMap()
                        .forEach((key, value) -> map.put(key, of(value, ((MapShape) shape).getValue())));
                yield map;
            }
            case BLOB -> node.expectStringNode().getValue().getBytes(UTF_8);
            case TIMESTAMP -> node instanceof NumberNode number
                    ? instant(number) : Instant.parse(node.expectStringNode().getValue());
            case FLOAT, DOUBLE, BIG_DECIMAL -> node instanceof NumberNode number
                    ? (Object) number.getValue().doubleValue() : Double.valueOf(node.expectStringNode().getValue());
            default -> plainNode(node);
        };
    }

    private Map<String, Object> structure(ObjectNode node, Shape shape) {
        Map<String, Object> values = new LinkedHashMap<>();
        node.getStringMap().forEach((name, value) -> values.put(name, of(value, shape.getMember(name).orElseThrow())));
        return values;
    }

    private static Instant instant(NumberNode number) {
        BigDecimal seconds = new BigDecimal(number.getValue().toString());
        long whole = seconds.setScale(0, java.math.RoundingMode.FLOOR).longValueExact();
        return Instant.ofEpochSecond(whole, seconds.subtract(BigDecimal.valueOf(whole)).multiply(NANOS).longValue());
    }

    private static Object plainNode(Node node) {
        try {
            return JSON.readValue(Node.printJson(node), Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value in a form in which equal ones are equal: numbers by their worth, times in seconds, bytes as text. */
    static Object canonical(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> result = new TreeMap<>();
            map.forEach((key, item) -> result.put(String.valueOf(key), canonical(item)));
            return result;
        }
        if (value instanceof List<?> list) {
            List<Object> result = new ArrayList<>();
            list.forEach(item -> result.add(canonical(item)));
            return result;
        }
        if (value instanceof Instant instant) {
            return number(BigDecimal.valueOf(instant.getEpochSecond())
                    .add(BigDecimal.valueOf(instant.getNano()).divide(NANOS)));
        }
        if (value instanceof byte[] bytes) {
            return "bytes:" + new String(bytes, UTF_8);
        }
        if (value instanceof InputStream stream) {
            try (stream) {
                return canonical(stream.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return value instanceof Number number ? number(number) : value;
    }

    /** What a float cannot hold is not there to be compared. */
    private static Object number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (!Double.isFinite(value)) {
                return "number:" + value;
            }
        }
        BigDecimal exact = new BigDecimal(number.toString());
        boolean isWhole = exact.signum() == 0 || exact.stripTrailingZeros().scale() <= 0;
        return "number:" + (isWhole ? exact.toBigInteger().toString() : String.valueOf(exact.floatValue()));
    }
}
