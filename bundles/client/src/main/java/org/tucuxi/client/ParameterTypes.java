package org.tucuxi.client;

import java.io.File;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.tucuxi.http.HttpBody;
import org.tucuxi.model.Shape;

/** Which Java types a record may have where a parameter has a value of some shape: what the validation lets pass. */
final class ParameterTypes {

    private static final Set<Class<?>> INTEGERS = Set.of(byte.class, short.class, int.class, long.class, Byte.class,
            Short.class, Integer.class, Long.class, BigInteger.class, Number.class);
    private static final Set<Class<?>> DECIMALS = Set.of(float.class, double.class, Float.class, Double.class,
            BigDecimal.class);
    private static final Set<Class<?>> TIMES = Set.of(Instant.class, OffsetDateTime.class, ZonedDateTime.class,
            LocalDateTime.class, LocalDate.class, Date.class, Calendar.class);

    private ParameterTypes() {
    }

    static boolean fits(Class<?> type, Shape shape) {
        if (type == Object.class || isOpen(shape) && !type.isRecord()) {
            return true;
        }
        return switch (shape.type()) {
            case STRUCTURE -> type.isRecord() && !isOpen(shape) || Map.class.isAssignableFrom(type);
            case MAP -> Map.class.isAssignableFrom(type);
            case LIST -> Collection.class.isAssignableFrom(type);
            case BOOLEAN -> type == boolean.class || type == Boolean.class;
            case TIMESTAMP -> TIMES.contains(type) || CharSequence.class.isAssignableFrom(type) || isNumber(type);
            case BLOB -> type == byte[].class || CharSequence.class.isAssignableFrom(type)
                    || InputStream.class.isAssignableFrom(type) || ByteBuffer.class.isAssignableFrom(type)
                    || HttpBody.class.isAssignableFrom(type) || Path.class.isAssignableFrom(type)
                    || File.class.isAssignableFrom(type);
            case STRING, CHARACTER -> CharSequence.class.isAssignableFrom(type) || type.isEnum();
            case INTEGER, LONG, BIG_INTEGER -> INTEGERS.contains(type);
            case FLOAT, DOUBLE, BIG_DECIMAL -> isNumber(type);
        };
    }

    private static boolean isNumber(Class<?> type) {
        return INTEGERS.contains(type) || DECIMALS.contains(type);
    }

    /** Whether any value may be there: what it is, only the caller and the service know. */
    private static boolean isOpen(Shape shape) {
        return shape.flag("document") || shape.flag("jsonvalue") || shape.flag("eventstream");
    }

    /** What would fit, for messages. */
    static String right(Shape shape) {
        if (isOpen(shape)) {
            return "Object or Map";
        }
        return switch (shape.type()) {
            case STRUCTURE -> "a record or Map";
            case MAP -> "Map";
            case LIST -> "List, Set or Collection";
            case BOOLEAN -> "boolean or Boolean";
            case TIMESTAMP -> "Instant, another class of time, a number of seconds or String";
            case BLOB -> "byte[], ByteBuffer, InputStream, Path, HttpBody or String";
            case STRING, CHARACTER -> "String or an enum";
            case INTEGER, LONG, BIG_INTEGER -> "int, long, their classes or BigInteger";
            case FLOAT, DOUBLE, BIG_DECIMAL -> "double, another number or BigDecimal";
        };
    }
}
