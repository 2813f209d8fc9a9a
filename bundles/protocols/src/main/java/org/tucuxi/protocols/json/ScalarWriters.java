package org.tucuxi.protocols.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import org.tucuxi.model.Shape;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocols.value.Blobs;
import org.tucuxi.protocols.value.Instants;
import org.tucuxi.protocols.value.TimestampFormat;
import org.tucuxi.protocols.value.ValueFault;

/** Writes what is neither structure nor list nor map, and documents, which are whatever they are. */
final class ScalarWriters {

    /** Any JSON, at any depth, as the user gives it. */
    static final ValueWriter DOCUMENT = new Document();

    private static final String EXPECTED = "a text, a number or a boolean";

    private ScalarWriters() {
    }

    static ValueWriter compile(Shape shape, CodecSettings settings) {
        return switch (shape.type()) {
            case BOOLEAN -> ScalarWriters::truth;
            case FLOAT, DOUBLE -> ScalarWriters::floating;
            case BLOB -> (out, value) -> out.text(Blobs.base64(value));
            case TIMESTAMP -> timestamp(TimestampFormat.of(shape, TimestampFormat.UNIX), settings);
            default -> ScalarWriters::plain;
        };
    }

    private static ValueWriter timestamp(TimestampFormat format, CodecSettings settings) {
        boolean milliseconds = settings.isMillisecondPrecision();
        if (format == TimestampFormat.UNIX) {
            return (out, value) -> out.literal(format.write(instant(value), milliseconds));
        }
        return (out, value) -> out.text(format.write(instant(value), milliseconds));
    }

    private static Instant instant(Object value) {
        return Instants.of(value);
    }

    private static void truth(JsonWriter out, Object value) {
        if (!(value instanceof Boolean truth)) {
            throw ValueFault.type(value, "a boolean");
        }
        out.literal(truth ? "true" : "false");
    }

    /** Services keep doubles: a decimal number becomes one, as in the reference. */
    private static void floating(JsonWriter out, Object value) {
        if (value instanceof BigDecimal decimal) {
            floatingNumber(out, decimal.doubleValue());
        } else {
            plain(out, value);
        }
    }

    private static void plain(JsonWriter out, Object value) {
        if (value instanceof String text) {
            out.text(text);
        } else if (value instanceof Number number) {
            number(out, number);
        } else if (value instanceof Boolean) {
            truth(out, value);
        } else if (value instanceof CharSequence || value instanceof Character || value instanceof Enum) {
            out.text(value.toString());
        } else {
            throw ValueFault.type(value, EXPECTED);
        }
    }

    private static void number(JsonWriter out, Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            out.number(number.longValue());
        } else if (number instanceof Double || number instanceof Float) {
            floatingNumber(out, number);
        } else if (number instanceof BigInteger || number instanceof BigDecimal) {
            out.literal(number.toString());
        } else {
            throw ValueFault.type(number, EXPECTED);
        }
    }

    /** JSON has no numbers that are none; the protocols make them texts. */
    private static void floatingNumber(JsonWriter out, Number number) {
        double value = number.doubleValue();
        if (Double.isNaN(value)) {
            out.text("NaN");
        } else if (Double.isInfinite(value)) {
            out.text(value > 0 ? "Infinity" : "-Infinity");
        } else {
            out.literal(number.toString());
        }
    }

    private static final class Document implements ValueWriter {

        private final ValueWriter items = new Items(this);
        private final ValueWriter entries = new Entries(this);

        @Override
        public void write(JsonWriter out, Object value) {
            if (value instanceof Map) {
                entries.write(out, value);
            } else if (value instanceof Iterable) {
                items.write(out, value);
            } else {
                plain(out, value);
            }
        }
    }
}
