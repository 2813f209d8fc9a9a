package org.tucuxi.client;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tucuxi.http.StreamingBody;
import org.tucuxi.model.Shape;

/** Which Java types a record may have where a result has a value of some shape. */
final class ResultTypes {

    private static final Set<Class<?>> NUMBERS = Set.of(int.class, long.class, double.class, float.class, Integer.class,
            Long.class, Double.class, Float.class, BigDecimal.class, BigInteger.class, Number.class);

    private ResultTypes() {
    }

    static boolean fits(Class<?> type, Shape shape) {
        if (shape == null) {
            return type.isAssignableFrom(Map.class);
        }
        boolean isOpen = shape.flag("document") || shape.flag("jsonvalue") || shape.flag("eventstream");
        if (type == Object.class || isOpen && !type.isPrimitive()) {
            return true;
        }
        return switch (shape.type()) {
            case STRUCTURE -> type.isRecord() || type == Map.class;
            case MAP -> type == Map.class;
            case LIST -> type == List.class || type == Collection.class || type == Iterable.class;
            case BOOLEAN -> type == boolean.class || type == Boolean.class;
            case TIMESTAMP -> type.isAssignableFrom(Instant.class);
            case BLOB -> type == byte[].class || type.isAssignableFrom(StreamingBody.class);
            case STRING, CHARACTER -> type.isAssignableFrom(String.class) || type.isEnum();
            default -> NUMBERS.contains(type);
        };
    }
}
