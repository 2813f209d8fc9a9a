package org.tucuxi.protocols.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;
import org.tucuxi.protocol.CodecSettings;

/** Writes scalars of one shape in one place as text. */
@FunctionalInterface
public interface ScalarText {

    /**
     * Writes a value.
     *
     * @param value the parameter, not null
     * @return its text
     * @throws ValueFault when the value cannot be written
     */
    String of(Object value);

    /**
     * Compiles the writer of a shape.
     *
     * @param shape a scalar
     * @param timestamps the format of timestamps when the model names none
     * @param settings the settings of the codec
     * @return the writer
     * @throws ModelException when the shape is no scalar, or its timestamp format is unknown
     */
    static ScalarText compile(Shape shape, TimestampFormat timestamps, CodecSettings settings) {
        return switch (shape.type()) {
            case BOOLEAN -> ScalarText::truth;
            case FLOAT, DOUBLE -> FloatText::of;
            case BLOB -> Blobs::base64;
            case TIMESTAMP -> timestamp(shape, timestamps, settings, false);
            case STRING, CHARACTER, INTEGER, LONG, BIG_INTEGER, BIG_DECIMAL -> ScalarText::plain;
            case STRUCTURE, LIST, MAP -> throw new ModelException("Shape " + shape.name() + " is a "
                    + shape.type().name().toLowerCase(Locale.ROOT) + " where only a scalar can be written");
        };
    }

    /**
     * Compiles the writer of a shape in a header, where times have whole seconds in every format.
     *
     * @param shape a scalar
     * @param settings the settings of the codec
     * @return the writer
     * @throws ModelException when the shape is no scalar, or its timestamp format is unknown
     */
    static ScalarText compileHeader(Shape shape, CodecSettings settings) {
        return shape.type() == ShapeType.TIMESTAMP
                ? timestamp(shape, TimestampFormat.RFC_822, settings, true)
                : compile(shape, TimestampFormat.RFC_822, settings);
    }

    private static ScalarText timestamp(Shape shape, TimestampFormat otherwise, CodecSettings settings, boolean whole) {
        TimestampFormat format = TimestampFormat.of(shape, otherwise);
        boolean milliseconds = settings.isMillisecondPrecision();
        return value -> {
            Instant instant = Instants.of(value);
            return format.write(whole ? Instant.ofEpochSecond(instant.getEpochSecond()) : instant, milliseconds);
        };
    }

    private static String truth(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "true" : "false";
        }
        throw ValueFault.type(value, "a boolean");
    }

    private static String plain(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof BigDecimal || value instanceof CharSequence || value instanceof Number
                || value instanceof Character || value instanceof Enum) {
            return value.toString();
        }
        throw ValueFault.type(value, "a text or a number");
    }
}
