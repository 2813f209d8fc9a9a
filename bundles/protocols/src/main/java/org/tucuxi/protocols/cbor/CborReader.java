package org.tucuxi.protocols.cbor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tucuxi.protocols.value.ValueFault;

/**
 * Pulls items out of a CBOR document, one after the other. It trusts nothing: a length counts only as far as bytes are
 * left, and collections nest only so deep. Every fault names the byte.
 */
final class CborReader {

    /** The size of a collection that ends with a break. */
    static final int INDEFINITE = -1;
    /** A reader of a shape takes a few stack frames for each level. */
    static final int MAX_NESTING = 500;

    private static final int BREAK = 0xff;
    private static final int NULL = 0xf6;
    private static final int INDEFINITE_INFO = 31;
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] in;
    private int pos;
    private int nesting;
    private byte[] text;
    private int textStart;
    private int textEnd;
    private CborSkipper skipper;

    CborReader(byte[] document) {
        in = document;
        text = document;
    }

    /** Faults unless the document is at its end. */
    void end() {
        if (pos != in.length) {
            throw fault(pos, "expected the end of the document, got " + (in.length - pos) + " more bytes");
        }
    }

    int position() {
        return pos;
    }

    /** How deep the next item lies. */
    int nesting() {
        return nesting;
    }

    /** Goes past the next item when that is null or undefined. */
    boolean readNull() {
        if (pos < in.length && (in[pos] & 0xfe) == NULL) {
            pos++;
            return true;
        }
        return false;
    }

    /** The major type of the next item. */
    int peekMajor() {
        if (pos == in.length) {
            throw truncated(1);
        }
        return (in[pos] & 0xff) >> 5;
    }

    /**
     * Goes into an array.
     *
     * @return the number of items, at most as many as there are bytes left, or {@link #INDEFINITE}
     */
    int enterArray() {
        return enter(CborType.ARRAY, 1);
    }

    /**
     * Goes into a map.
     *
     * @return the number of entries, at most half as many as there are bytes left, or {@link #INDEFINITE}
     */
    int enterMap() {
        return enter(CborType.MAP, 2);
    }

    private int enter(int major, int bytesEach) {
        int start = pos;
        int initial = next();
        if (initial >> 5 != major) {
            throw unexpected(start, CborType.name(major));
        }
        int size = (initial & 31) == INDEFINITE_INFO ? INDEFINITE : length(start, initial, bytesEach);
        if (++nesting > MAX_NESTING) {
            throw tooDeep(start);
        }
        return size;
    }

    /**
     * Whether a collection goes on; when it does not, this goes out of it.
     *
     * @param size what entering it returned
     * @param done how many items or entries were read
     */
    boolean more(int size, int done) {
        if (size >= 0 ? done < size : !atBreak()) {
            return true;
        }
        nesting--;
        return false;
    }

    private boolean atBreak() {
        if (pos == in.length) {
            throw truncated(1);
        }
        if (in[pos] != (byte) BREAK) {
            return false;
        }
        pos++;
        return true;
    }

    /** Reads the number of a tag; its content comes next. */
    long readTag() {
        int start = pos;
        int initial = next();
        if (initial >> 5 != CborType.TAG) {
            throw unexpected(start, "a tag");
        }
        return argument(start, initial);
    }

    boolean readBoolean() {
        int start = pos;
        int initial = next();
        if ((initial & 0xfe) != 0xf4) {
            throw unexpected(start, "a boolean");
        }
        return initial == 0xf5;
    }

    /** Reads an integer; a floating number without a fraction is one, too. */
    long readLong() {
        int start = pos;
        int initial = next();
        int major = initial >> 5;
        if (major == CborType.UNSIGNED || major == CborType.NEGATIVE) {
            long number = argument(start, initial);
            if (number < 0) {
                throw fault(start, "expected an integer of at most 64 bits, got a larger one");
            }
            return major == CborType.UNSIGNED ? number : ~number;
        }
        double number = floating(start, initial, "an integer");
        // The largest long has no double of its own; the next double is one more.
        if (number != (long) number || number >= 0x1p63) {
            throw fault(start, "expected an integer, got the number " + number);
        }
        return (long) number;
    }

    /** Reads the argument of an integer: unsigned; the caller has looked at the major type. */
    long readUnsigned() {
        int start = pos;
        return argument(start, next());
    }

    /** Reads a number. */
    double readDouble() {
        int start = pos;
        int initial = next();
        if (initial >> 5 <= CborType.NEGATIVE) {
            long number = argument(start, initial);
            double unsigned = number >= 0 ? number : (number >>> 1 | number & 1) * 2.0;
            return initial >> 5 == CborType.UNSIGNED ? unsigned : -1 - unsigned;
        }
        return floating(start, initial, "a number");
    }

    private double floating(int start, int initial, String expected) {
        switch (initial) {
            case 0xf9:
                return half((short) SHORT.get(in, take(2)));
            case 0xfa:
                return Float.intBitsToFloat((int) INT.get(in, take(4)));
            case 0xfb:
                return Double.longBitsToDouble((long) LONG.get(in, take(8)));
            default:
                throw unexpected(start, expected);
        }
    }

    /** IEEE 754 binary16: 5 bits of exponent, 10 bits of fraction. */
    private static double half(int bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        double number;
        if (exponent == 0x1f) {
            number = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else if (exponent == 0) {
            number = fraction * 0x1p-24;
        } else {
            number = Math.scalb((double) (fraction | 0x400), exponent - 25);
        }
        return bits < 0 ? -number : number;
    }

    byte[] readBytes() {
        int start = pos;
        int initial = next();
        if (initial >> 5 != CborType.BYTES) {
            throw unexpected(start, "a byte string");
        }
        if ((initial & 31) == INDEFINITE_INFO) {
            return joined(CborType.BYTES);
        }
        int length = length(start, initial, 1);
        pos += length;
        return Arrays.copyOfRange(in, pos - length, pos);
    }

    /** Reads a text without making it a String: its bytes are {@link #textBytes()}, unchecked. */
    void readText() {
        int start = pos;
        int initial = next();
        if (initial >> 5 != CborType.TEXT) {
            throw unexpected(start, "a text");
        }
        if ((initial & 31) == INDEFINITE_INFO) {
            text = joined(CborType.TEXT);
            textStart = 0;
            textEnd = text.length;
            return;
        }
        int length = length(start, initial, 1);
        text = in;
        textStart = pos;
        pos += length;
        textEnd = pos;
    }

    byte[] textBytes() {
        return text;
    }

    int textStart() {
        return textStart;
    }

    int textEnd() {
        return textEnd;
    }

    boolean isText(byte[] expected) {
        return Arrays.equals(text, textStart, textEnd, expected, 0, expected.length);
    }

    String readString() {
        readText();
        return checked(new String(text, textStart, textEnd - textStart, StandardCharsets.UTF_8));
    }

    /** Faults when the text was no UTF-8. A replacement character is the trace that Java leaves of it. */
    String checked(String decoded) {
        if (decoded.indexOf('\uFFFD') >= 0) {
            try {
                ByteBuffer bytes = ByteBuffer.wrap(text, textStart, textEnd - textStart);
                StandardCharsets.UTF_8.newDecoder().decode(bytes);
            } catch (CharacterCodingException e) {
                throw fault(pos - (textEnd - textStart), "expected a text in UTF-8, got other bytes");
            }
        }
        return decoded;
    }

    /** The bytes of a string that comes in chunks, after its head. Two passes: the first measures. */
    private byte[] joined(int major) {
        int first = pos;
        int total = 0;
        for (int length = chunk(major); length >= 0; length = chunk(major)) {
            total += length;
            pos += length;
        }
        byte[] joined = new byte[total];
        pos = first;
        int filled = 0;
        for (int length = chunk(major); length >= 0; length = chunk(major)) {
            System.arraycopy(in, pos, joined, filled, length);
            filled += length;
            pos += length;
        }
        return joined;
    }

    /** Goes past the head of the next chunk and returns its length; after the break -1. */
    private int chunk(int major) {
        int start = pos;
        int initial = next();
        if (initial == BREAK) {
            return -1;
        }
        if (initial >> 5 != major || (initial & 31) == INDEFINITE_INFO) {
            throw unexpected(start, "a chunk of " + CborType.name(major));
        }
        return length(start, initial, 1);
    }

    /** Goes past the next item, whatever it is, as long as it is well-formed. */
    void skip() {
        if (skipper == null) {
            skipper = new CborSkipper(this);
        }
        skipper.skip();
    }

    /** Goes past the rest of a string. */
    void skipString(int start, int initial) {
        if ((initial & 31) != INDEFINITE_INFO) {
            int length = length(start, initial, 1);
            pos += length;
            return;
        }
        for (int length = chunk(initial >> 5); length >= 0; length = chunk(initial >> 5)) {
            pos += length;
        }
    }

    /** Goes past the next byte. */
    int next() {
        return in[take(1)] & 0xff;
    }

    /** Goes past some bytes and returns where they begin. */
    int take(int count) {
        if (in.length - pos < count) {
            throw truncated(count);
        }
        pos += count;
        return pos - count;
    }

    /** A length that the bytes left can hold. */
    int length(int start, int initial, int bytesEach) {
        long length = argument(start, initial);
        if (length < 0 || length > (in.length - pos) / bytesEach) {
            throw fault(start, "expected no more than the " + (in.length - pos) + " bytes that are left, got a length"
                    + " of " + Long.toUnsignedString(length));
        }
        return (int) length;
    }

    /** The number in a head: unsigned. */
    long argument(int start, int initial) {
        int info = initial & 31;
        if (info < 24) {
            return info;
        }
        switch (info) {
            case 24:
                return next();
            case 25:
                return (short) SHORT.get(in, take(2)) & 0xffff;
            case 26:
                return (int) INT.get(in, take(4)) & 0xffffffffL;
            case 27:
                return (long) LONG.get(in, take(8));
            default:
                throw unexpected(start, "a length or number");
        }
    }

    ValueFault tooDeep(int start) {
        return fault(start, "expected no more than " + MAX_NESTING + " levels of nesting");
    }

    ValueFault unexpected(int start, String expected) {
        return fault(start, "expected " + expected + ", got " + CborType.describe(in[start] & 0xff));
    }

    private ValueFault truncated(int count) {
        return fault(pos, "expected " + count + " more bytes, got the end of the document");
    }

    static ValueFault fault(int position, String problem) {
        return new ValueFault(problem + " (at byte " + position + ')');
    }
}
