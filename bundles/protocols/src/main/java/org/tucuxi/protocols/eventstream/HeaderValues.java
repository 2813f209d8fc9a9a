package org.tucuxi.protocols.eventstream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.Shape;
import org.tucuxi.protocols.value.Blobs;
import org.tucuxi.protocols.value.Instants;
import org.tucuxi.protocols.value.ValueFault;

/** Members of events that travel in headers ({@code eventheader}). */
final class HeaderValues {

    private static final int LONGEST_NAME = 255;

    private HeaderValues() {
    }

    /** Writes one member into the headers of a frame. */
    @FunctionalInterface
    interface Writer {
        void write(FrameWriter out, Object value);
    }

    /** Compiles the writer of a member. */
    static Writer writer(String member, Shape shape) {
        byte[] name = Names.ascii(member);
        if (name.length == 0 || name.length > LONGEST_NAME) {
            throw new ModelException("Member " + member + " has a name of " + name.length
                    + " bytes, but the header of an event has one of 1 to " + LONGEST_NAME);
        }
        return switch (shape.type()) {
            case BOOLEAN -> (out, value) -> out.truth(name, truth(value));
            case INTEGER -> (out, value) -> out.integer(name, (int) whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case LONG -> (out, value) -> out.longInteger(name, whole(value, Long.MIN_VALUE, Long.MAX_VALUE));
            case STRING, CHARACTER -> (out, value) -> out.text(name, text(value));
            case BLOB -> (out, value) -> out.bytes(name, Blobs.bytes(value));
            case TIMESTAMP -> (out, value) -> out.timestamp(name, milliseconds(Instants.of(value)));
            default -> throw new ModelException("Member " + member + " is a "
                    + shape.type().name().toLowerCase(Locale.ROOT) + ", which cannot travel in a header of an event");
        };
    }

    private static boolean truth(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw ValueFault.type(value, "a boolean");
    }

    private static long whole(Object value, long min, long max) {
        if (!(value instanceof Number number)
                || !(value instanceof Long || value instanceof Integer || value instanceof Short
                        || value instanceof Byte)) {
            throw ValueFault.type(value, "a whole number");
        }
        if (number.longValue() < min || number.longValue() > max) {
            throw new ValueFault("expected a number of " + min + " to " + max + ", got " + number);
        }
        return number.longValue();
    }

    private static byte[] text(Object value) {
        if (value instanceof CharSequence || value instanceof Enum || value instanceof Character) {
            return value.toString().getBytes(StandardCharsets.UTF_8);
        }
        throw ValueFault.type(value, "a text");
    }

    private static long milliseconds(Instant instant) {
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException e) {
            throw new ValueFault("expected a time that milliseconds can count, got " + instant);
        }
    }

    /** The value of a header as a member of this shape is; what has another type than the model says stays as it is. */
    static Object read(FrameHeaders headers, int index, Shape shape) {
        Object value = headers.value(index);
        return switch (shape.type()) {
            case TIMESTAMP -> value instanceof Long millis ? Instant.ofEpochMilli(millis) : value;
            case LONG -> value instanceof Integer number ? (Object) number.longValue() : value;
            case INTEGER -> value instanceof Long number && number == number.intValue() ? (Object) number.intValue()
                    : value;
            default -> value;
        };
    }
}
