package org.tucuxi.protocols.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.Shape;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocols.codec.BodyFormat;
import org.tucuxi.protocols.value.ScalarText;
import org.tucuxi.protocols.value.TimestampFormat;
import org.tucuxi.protocols.value.ValueFault;

/** Where one member of an input goes. */
@FunctionalInterface
interface InputBinding {

    /** Binds nothing: the member is the payload, which is written separately. */
    InputBinding PAYLOAD = (request, labels, value) -> false;

    /** Binds nothing: the member is a part of the body, which is written when all others are bound. */
    InputBinding BODY = (request, labels, value) -> true;

    /**
     * Binds a value.
     *
     * @param request the request
     * @param labels the values of the labels, by their places
     * @param value the parameter, not null
     * @return whether the value is still to be written into the body
     */
    boolean bind(SerializedRequest request, String[] labels, Object value);

    /** Compiles the binding of a member. */
    static InputBinding compile(
            String member, Shape shape, List<String> labels, CodecSettings settings, BodyFormat format) {
        String name = shape.locationName() == null ? member : shape.locationName();
        String location = shape.location() == null ? "" : shape.location();
        return switch (location) {
            case "uri" -> label(labels.indexOf(name), ScalarText.compile(shape, TimestampFormat.ISO_8601, settings));
            case "querystring" -> query(name, shape, settings);
            case "header" -> header(name, headerText(member, shape, settings, format));
            case "headers" -> prefixHeaders(shape.locationName() == null ? "" : name);
            default -> BODY;
        };
    }

    private static InputBinding label(int slot, ScalarText text) {
        return (request, labels, value) -> {
            if (slot >= 0) {
                labels[slot] = text.of(value);
            }
            return false;
        };
    }

    private static InputBinding query(String name, Shape shape, CodecSettings settings) {
        switch (shape.type()) {
            case MAP:
                return InputBinding::queryMap;
            case LIST:
                ScalarText item = ScalarText.compile(((ListShape) shape).member(), TimestampFormat.ISO_8601, settings);
                return (request, labels, value) -> queryList(request, name, item, value);
            default:
                ScalarText text = ScalarText.compile(shape, TimestampFormat.ISO_8601, settings);
                return (request, labels, value) -> {
                    request.queryString().put(name, text.of(value));
                    return false;
                };
        }
    }

    private static boolean queryList(SerializedRequest request, String name, ScalarText item, Object value) {
        if (!(value instanceof Iterable<?> items)) {
            throw ValueFault.type(value, "a list");
        }
        List<String> texts = new ArrayList<>();
        for (Object next : items) {
            if (next != null) {
                texts.add(item.of(next));
            }
        }
        request.queryString().put(name, texts);
        return false;
    }

    /**
     * The entries of a map are parameters, but one that has a member of its own goes before them (Smithy's
     * httpQueryParams).
     */
    private static boolean queryMap(SerializedRequest request, String[] labels, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw ValueFault.type(value, "a map");
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (entry.getValue() instanceof Iterable<?> items) {
                List<String> texts = new ArrayList<>();
                items.forEach(item -> texts.add(String.valueOf(item)));
                request.queryString().putIfAbsent(name, texts);
            } else if (entry.getValue() != null) {
                request.queryString().putIfAbsent(name, entry.getValue().toString());
            }
        }
        return false;
    }

    private static ScalarText headerText(String member, Shape shape, CodecSettings settings, BodyFormat format) {
        if (shape.flag("jsonvalue")) {
            return format.headerValueWriter(member);
        }
        return shape instanceof ListShape list
                ? HeaderList.writer(list, settings)
                : ScalarText.compileHeader(shape, settings);
    }

    private static InputBinding header(String name, ScalarText text) {
        return (request, labels, value) -> {
            putHeader(request, name, text.of(value));
            return false;
        };
    }

    private static InputBinding prefixHeaders(String prefix) {
        return (request, labels, value) -> {
            if (!(value instanceof Map<?, ?> map)) {
                throw ValueFault.type(value, "a map");
            }
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (entry.getValue() != null) {
                    putHeader(request, prefix + entry.getKey(), entry.getValue().toString());
                }
            }
            return false;
        };
    }

    private static void putHeader(SerializedRequest request, String name, String value) {
        try {
            request.headers().put(name, value);
        } catch (IllegalArgumentException e) {
            throw new ValueFault("expected what can stand in a header: " + e.getMessage());
        }
    }
}
