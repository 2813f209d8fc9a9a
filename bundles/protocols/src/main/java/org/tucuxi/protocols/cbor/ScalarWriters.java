package org.tucuxi.protocols.cbor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.Shape;
import org.tucuxi.protocols.value.Blobs;
import org.tucuxi.protocols.value.Instants;
import org.tucuxi.protocols.value.ValueFault;

/** Writes scalars. */
final class ScalarWriters {

    private static final int NANOS_A_MILLISECOND = 1_000_000;

    private ScalarWriters() {
    }

    static ValueWriter compile(Shape shape) {
        return switch (shape.type()) {
            case STRING, CHARACTER -> ScalarWriters::text;
            case BOOLEAN -> ScalarWriters::truth;
            case INTEGER, LONG -> ScalarWriters::integer;
            case FLOAT -> ScalarWriters::single;
            case DOUBLE -> (out, value) -> out.writeDouble(number(value));
            case BIG_INTEGER -> ScalarWriters::bigInteger;
            case BIG_DECIMAL -> ScalarWriters::bigDecimal;
            case TIMESTAMP -> ScalarWriters::timestamp;
            case BLOB -> (out, value) -> out.writeBytes(Blobs.bytes(value));
            case STRUCTURE, LIST, MAP -> throw new ModelException("Shape " + shape.name() + " is a "
                    + shape.type().name().toLowerCase(Locale.ROOT) + " where only a scalar can be written");
        };
    }

    static void text(CborWriter out, Object value) {
        if (!(value instanceof CharSequence || value instanceof Character || value instanceof Enum)) {
            throw ValueFault.type(value, "a text");
        }
        out.writeString(value.toString());
    }

    private static void truth(CborWriter out, Object value) {
        if (!(value instanceof Boolean truth)) {
            throw ValueFault.type(value, "a boolean");
        }
        out.writeBoolean(truth);
    }

    private static void integer(CborWriter out, Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte
                || value instanceof AtomicInteger || value instanceof AtomicLong) {
            out.writeLong(((Number) value).longValue());
            return;
        }
        try {
            out.writeLong(exact(value).longValueExact());
        } catch (ArithmeticException e) {
            throw new ValueFault("expected an integer of at most 64 bits, got "
                    + ValueFault.quoted(value.toString()));
        }
    }

    private static BigInteger exact(Object value) {
        if (value instanceof BigInteger number) {
            return number;
        }
        if (value instanceof BigDecimal number && Math.abs((long) number.scale()) <= 1000) {
            return number.toBigIntegerExact();
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (number == Math.rint(number) && !Double.isInfinite(number)) {
                return new BigDecimal(number).toBigIntegerExact();
            }
        }
        throw ValueFault.type(value, "an integer");
    }

    private static double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof CharSequence text) {
            switch (text.toString()) {
                case "NaN":
                    return Double.NaN;
                case "Infinity":
                    return Double.POSITIVE_INFINITY;
                case "-Infinity":
                    return Double.NEGATIVE_INFINITY;
                default:
                    break;
            }
        }
        throw ValueFault.type(value, "a number");
    }

    private static void single(CborWriter out, Object value) {
        double number = number(value);
        if (Float.isInfinite((float) number) && !Double.isInfinite(number)) {
            throw new ValueFault("expected a number that fits into 32 bits, got " + number);
        }
        out.writeFloat((float) number);
    }

    /**
     * Smithy: seconds since 1970 to the millisecond. The reference drops the fraction and cannot write what was before
     * 1970.
     */
    private static void timestamp(CborWriter out, Object value) {
        Instant instant = Instants.of(value);
        long second = instant.getEpochSecond();
        int millis = instant.getNano() / NANOS_A_MILLISECOND;
        out.writeTag(CborType.EPOCH_SECONDS);
        if (millis == 0) {
            out.writeLong(second);
        } else {
            // Divided at the end, the double is the one next to the decimal number.
            out.writeDouble((second * 1000.0 + millis) / 1000.0);
        }
    }

    private static void bigInteger(CborWriter out, Object value) {
        BigInteger number;
        try {
            number = value instanceof Number whole && !(value instanceof BigInteger || value instanceof BigDecimal
                    || value instanceof Double || value instanceof Float)
                    ? BigInteger.valueOf(whole.longValue()) : exact(value);
        } catch (ArithmeticException e) {
            throw new ValueFault("expected an integer, got " + ValueFault.quoted(value.toString()));
        }
        boolean negative = number.signum() < 0;
        BigInteger magnitude = negative ? number.not() : number;
        if (magnitude.bitLength() <= 64) {
            out.head(negative ? CborType.NEGATIVE : CborType.UNSIGNED, magnitude.longValue());
            return;
        }
        out.writeTag(negative ? CborType.BIG_NEGATIVE : CborType.BIG_POSITIVE);
        byte[] bytes = magnitude.toByteArray();
        out.writeBytes(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static void bigDecimal(CborWriter out, Object value) {
        if (!(value instanceof Number)) {
            throw ValueFault.type(value, "a number");
        }
        BigDecimal number;
        try {
            number = value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            throw new ValueFault("expected a decimal number, got " + ValueFault.quoted(value.toString()));
        }
        out.writeTag(CborType.DECIMAL_FRACTION);
        out.enterArray(2);
        out.writeLong(-(long) number.scale());
        bigInteger(out, number.unscaledValue());
        out.leave();
    }
}
