package org.tucuxi.client;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tucuxi.eventstream.EventStream;
import org.tucuxi.http.StreamingBody;
import org.tucuxi.model.Shape;

/** Which Java types a record may have where a result has a value of some shape. */
final class ResultTypes {

    private static final Set<Class<?>> INTEGERS = Set.of(int.class, long.class, Integer.class, Long.class, BigInteger.class);
    private static final Set<Class<?>> DECIMALS = Set.of(double.class, float.class, Double.class, Float.class,
            BigDecimal.class, Number.class);
    private static final Set<Class<?>> LISTS = Set.of(List.class, Collection.class, Iterable.class, Set.class);

    private ResultTypes() {
    }

    /**
     * Whether a type can hold what comes.
     *
     * @param type the type
     * @param shape the shape, or null for {@code ResponseMetadata}
     * @param isStreamed whether the member is the streamed body
     */
    static boolean fits(Class<?> type, Shape shape, boolean isStreamed) {
        if (type == Object.class) {
            return true;
        }
        if (shape == null) {
            return type == Map.class;
        }
        if (shape.flag("eventstream")) {
            return type.isAssignableFrom(EventStream.class);
        }
        if (isOpen(shape)) {
            return !type.isPrimitive() && !type.isRecord();
        }
        return switch (shape.type()) {
            case STRUCTURE -> type.isRecord() || type == Map.class;
            case MAP -> type == Map.class;
            case LIST -> LISTS.contains(type);
            case BOOLEAN -> type == boolean.class || type == Boolean.class;
            case TIMESTAMP -> type.isAssignableFrom(Instant.class);
            case BLOB -> isStreamed ? type.isAssignableFrom(StreamingBody.class)
                    : type == byte[].class || type == InputStream.class || type == ByteBuffer.class;
            case STRING, CHARACTER -> type.isAssignableFrom(String.class) || type.isEnum();
            case INTEGER, LONG, BIG_INTEGER -> INTEGERS.contains(type) || DECIMALS.contains(type);
            case FLOAT, DOUBLE, BIG_DECIMAL -> DECIMALS.contains(type);
        };
    }

    private static boolean isOpen(Shape shape) {
        return shape.flag("document") || shape.flag("jsonvalue");
    }

    /** What would fit, for messages. */
    static String right(Shape shape, boolean isStreamed) {
        if (shape == null) {
            return "Map";
        }
        if (shape.flag("eventstream")) {
            return "EventStream";
        }
        if (isOpen(shape)) {
            return "Object";
        }
        return switch (shape.type()) {
            case STRUCTURE -> "a record or Map";
            case MAP -> "Map";
            case LIST -> "List, Set, Collection or Iterable";
            case BOOLEAN -> "boolean or Boolean";
            case TIMESTAMP -> "Instant";
            case BLOB -> isStreamed ? "InputStream or StreamingBody, and close it" : "byte[], ByteBuffer or InputStream";
            case STRING, CHARACTER -> "String or an enum";
            case INTEGER, LONG, BIG_INTEGER -> "int, long, double, their classes, BigInteger or BigDecimal";
            case FLOAT, DOUBLE, BIG_DECIMAL -> "double, float, their classes or BigDecimal";
        };
    }
}
