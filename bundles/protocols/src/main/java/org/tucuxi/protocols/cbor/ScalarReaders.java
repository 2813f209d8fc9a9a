package org.tucuxi.protocols.cbor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.Shape;
import org.tucuxi.protocols.value.Instants;
import org.tucuxi.protocols.value.ScalarParser;

/** Reads scalars. The shape decides the type of the result, so it does not depend on how short a service encodes. */
final class ScalarReaders {

    /** No service has a use for more; text of such numbers takes time that grows with the square of their length. */
    private static final int MAX_BIG_BYTES = 512;
    private static final int MAX_SCALE = 1000;
    /** Far beyond every date, and exact as a double. */
    private static final double MAX_WHOLE_SECONDS = 0x1p50;

    private ScalarReaders() {
    }

    static ValueReader compile(Shape shape) {
        return switch (shape.type()) {
            case STRING, CHARACTER -> shape.trait("enum") instanceof List<?> ? names(shape) : CborReader::readString;
            case BOOLEAN -> CborReader::readBoolean;
            case INTEGER -> ScalarReaders::integer;
            case LONG -> CborReader::readLong;
            case FLOAT, DOUBLE -> CborReader::readDouble;
            case BIG_INTEGER -> ScalarReaders::bigInteger;
            case BIG_DECIMAL -> ScalarReaders::bigDecimal;
            case TIMESTAMP -> ScalarReaders::timestamp;
            case BLOB -> CborReader::readBytes;
            case STRUCTURE, LIST, MAP -> throw new ModelException("Shape " + shape.name() + " is a "
                    + shape.type().name().toLowerCase(Locale.ROOT) + " where only a scalar can be read");
        };
    }

    /** One String serves all values of the same name. */
    private static ValueReader names(Shape shape) {
        ScalarParser parser = ScalarParser.compile(shape);
        return in -> {
            in.readText();
            return in.checked((String) parser.parse(in.textBytes(), in.textStart(), in.textEnd()));
        };
    }

    /** An Integer when it fits, else a Long: some services send more than they model. */
    private static Object integer(CborReader in) {
        long number = in.readLong();
        if (number == (int) number) {
            return (int) number;
        }
        return number;
    }

    /** Seconds since 1970. The tag may be missing: the model says as much. */
    private static Object timestamp(CborReader in) {
        if (in.peekMajor() == CborType.TAG) {
            expectTag(in, CborType.EPOCH_SECONDS, "the tag 1 of a timestamp");
        }
        if (in.peekMajor() <= CborType.NEGATIVE) {
            long seconds = in.readLong();
            return Math.abs((double) seconds) < MAX_WHOLE_SECONDS
                    ? Instant.ofEpochSecond(seconds) : Instants.of(seconds);
        }
        int start = in.position();
        double seconds = in.readDouble();
        if (Double.isNaN(seconds) || Double.isInfinite(seconds)) {
            throw CborReader.fault(start, "expected a number of seconds, got " + seconds);
        }
        return seconds == Math.rint(seconds) && Math.abs(seconds) < MAX_WHOLE_SECONDS
                ? Instant.ofEpochSecond((long) seconds) : Instants.of(seconds);
    }

    private static void expectTag(CborReader in, int expected, String name) {
        int start = in.position();
        long tag = in.readTag();
        if (tag != expected) {
            throw CborReader.fault(start, "expected " + name + ", got the tag " + Long.toUnsignedString(tag));
        }
    }

    private static Object bigInteger(CborReader in) {
        int start = in.position();
        int major = in.peekMajor();
        if (major <= CborType.NEGATIVE) {
            BigInteger number = unsigned(in.readUnsigned());
            return major == CborType.UNSIGNED ? number : number.not();
        }
        if (major != CborType.TAG) {
            throw in.unexpected(start, "an integer");
        }
        long tag = in.readTag();
        if (tag != CborType.BIG_POSITIVE && tag != CborType.BIG_NEGATIVE) {
            throw CborReader.fault(start, "expected the tag 2 or 3 of an integer, got the tag "
                    + Long.toUnsignedString(tag));
        }
        byte[] bytes = in.readBytes();
        if (bytes.length > MAX_BIG_BYTES) {
            throw CborReader.fault(start, "expected an integer of at most " + MAX_BIG_BYTES + " bytes, got "
                    + bytes.length);
        }
        BigInteger number = new BigInteger(1, bytes);
        return tag == CborType.BIG_POSITIVE ? number : number.not();
    }

    private static BigInteger unsigned(long number) {
        BigInteger low = BigInteger.valueOf(number & Long.MAX_VALUE);
        return number >= 0 ? low : low.setBit(63);
    }

    private static Object bigDecimal(CborReader in) {
        int start = in.position();
        if (in.peekMajor() == CborType.SIMPLE) {
            double number = in.readDouble();
            if (Double.isNaN(number) || Double.isInfinite(number)) {
                throw CborReader.fault(start, "expected a decimal number, got " + number);
            }
            return new BigDecimal(Double.toString(number));
        }
        if (in.peekMajor() <= CborType.NEGATIVE) {
            return new BigDecimal((BigInteger) bigInteger(in));
        }
        expectTag(in, CborType.DECIMAL_FRACTION, "the tag 4 of a decimal number");
        int size = in.enterArray();
        long exponent = part(in, size, 0) ? in.readLong() : 0;
        BigInteger digits = part(in, size, 1) ? (BigInteger) bigInteger(in) : null;
        if (digits == null || in.more(size, 2)) {
            throw CborReader.fault(start, "expected a decimal number of an exponent and an integer, got another array");
        }
        if (exponent > MAX_SCALE || exponent < -MAX_SCALE) {
            throw CborReader.fault(start, "expected a decimal number with an exponent of at most " + MAX_SCALE
                    + ", got " + exponent);
        }
        return new BigDecimal(digits, (int) -exponent);
    }

    private static boolean part(CborReader in, int size, int index) {
        return (size == CborReader.INDEFINITE || size == 2) && in.more(size, index);
    }
}
