package org.tucuxi.modeltool.smithy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.EnumShape;
import software.amazon.smithy.model.shapes.ListShape;
import software.amazon.smithy.model.shapes.MapShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;

/** Shapes of Smithy as shapes of botocore. */
final class ShapeBodies {

    private static final String TYPE = "type";
    private static final String MEMBER = "member";
    private static final String STREAMING = "smithy.api#streaming";
    private static final String STRUCTURE = "structure";

    private final WireNames names;
    private final Shapes shapes;
    private final MemberTraits members;

    ShapeBodies(Model model, WireNames names, Shapes shapes) {
        this.names = names;
        this.shapes = shapes;
        this.members = new MemberTraits(model, names, shapes);
    }

    Map<String, Object> convert(Shape shape) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(TYPE, type(shape));
        switch (shape.getType()) {
            case STRUCTURE, UNION -> structure(shape, result);
            case LIST, SET -> result.put(MEMBER, members.element(((ListShape) shape).getMember()));
            case MAP -> map((MapShape) shape, result);
            case DOCUMENT -> document(result);
            case ENUM -> result.put("enum", List.copyOf(((EnumShape) shape).getEnumValues().values()));
            case STRING -> enumTrait(shape, result);
            case BLOB -> blob(shape, result);
            case TIMESTAMP -> MemberTraits.timestampFormat(shape, result);
            default -> { }
        }
        limits(shape, result);
        for (String flag : List.of("sensitive", "sparse", "deprecated")) {
            if (Traits.has(shape, "smithy.api#" + flag)) {
                result.put(flag, true);
            }
        }
        return result;
    }

    private static String type(Shape shape) {
        return switch (shape.getType()) {
            case STRUCTURE, UNION, DOCUMENT -> STRUCTURE;
            case LIST, SET -> "list";
            case MAP -> "map";
            case BYTE, SHORT, INTEGER, INT_ENUM -> "integer";
            case LONG, BIG_INTEGER -> "long";
            case FLOAT -> "float";
            case DOUBLE, BIG_DECIMAL -> "double";
            case BOOLEAN -> "boolean";
            case BLOB -> "blob";
            case TIMESTAMP -> "timestamp";
            default -> "string";
        };
    }

    /** The list as it is where its elements stand for themselves. */
    Map<String, Object> flattenedList(Shape list) {
        Map<String, Object> result = convert(list);
        Map<String, Object> element = new LinkedHashMap<>(members.element(((ListShape) list).getMember()));
        element.remove("locationName");
        result.put(MEMBER, element);
        return result;
    }

    private void structure(Shape shape, Map<String, Object> result) {
        Map<String, Object> converted = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (MemberShape member : shape.members()) {
            String name = member.getMemberName();
            converted.put(name, members.of(member));
            if (Traits.has(member, "smithy.api#required") && !shape.isUnionShape()) {
                required.add(name);
            }
            if (names.isRest() && Traits.has(member, "smithy.api#httpPayload")) {
                result.put("payload", name);
            }
        }
        if (!required.isEmpty()) {
            result.put("required", required);
        }
        result.put("members", converted);
        boolean streaming = Traits.has(shape, STREAMING);
        mark(result, "eventstream", streaming);
        mark(result, "union", shape.isUnionShape() && !streaming);
        mark(result, "event", shapes.isEvent(shape) && !Traits.has(shape, "smithy.api#error"));
        if (Traits.has(shape, "smithy.api#error")) {
            exception(shape, result);
        }
    }

    private void exception(Shape shape, Map<String, Object> result) {
        Map<String, Object> error = new LinkedHashMap<>();
        Map<String, Object> query = Traits.map(shape, "aws.protocols#awsQueryError");
        boolean client = "client".equals(Traits.text(shape, "smithy.api#error"));
        Object status = Traits.value(shape, "smithy.api#httpError");
        status = status == null ? query.get("httpResponseCode") : status;
        if (names.hasErrorCodes() && query.get("code") instanceof String code) {
            error.put("code", code);
        }
        if (status instanceof Number number) {
            error.put("httpStatusCode", number.intValue());
            mark(error, "senderFault", client);
        }
        if (!error.isEmpty()) {
            result.put("error", error);
        }
        result.put("exception", true);
        mark(result, "fault", !client);
        if (Traits.has(shape, "smithy.api#retryable")) {
            boolean throttling = Boolean.TRUE.equals(Traits.map(shape, "smithy.api#retryable").get("throttling"));
            result.put("retryable", Map.of("throttling", throttling));
        }
    }

    private void map(MapShape map, Map<String, Object> result) {
        result.put("key", members.element(map.getKey()));
        result.put("value", members.element(map.getValue()));
    }

    private static void document(Map<String, Object> result) {
        result.put("members", Map.of());
        result.put("document", true);
    }

    private static void enumTrait(Shape shape, Map<String, Object> result) {
        if (Traits.value(shape, "smithy.api#enum") instanceof List<?> values) {
            result.put("enum", values.stream().map(value -> ((Map<?, ?>) value).get("value")).toList());
        }
    }

    private static void blob(Shape shape, Map<String, Object> result) {
        mark(result, "streaming", Traits.has(shape, STREAMING));
        mark(result, "requiresLength", Traits.has(shape, "smithy.api#requiresLength"));
    }

    /** The limits that a client checks, and those that it shows. */
    static void limits(Shape shape, Map<String, Object> result) {
        for (String trait : List.of("smithy.api#length", "smithy.api#range")) {
            Map<String, Object> limits = Traits.map(shape, trait);
            for (String limit : List.of("max", "min")) {
                if (limits.get(limit) instanceof Number number) {
                    result.put(limit, number);
                }
            }
        }
        String pattern = Traits.text(shape, "smithy.api#pattern");
        if (pattern != null) {
            result.put("pattern", pattern);
        }
    }

    private static void mark(Map<String, Object> result, String name, boolean isSo) {
        if (isSo) {
            result.put(name, true);
        }
    }
}
