package org.tucuxi.protocols.cbor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tucuxi.protocols.value.ValueFault;

/** Writes a CBOR document: definite lengths, and the shortest head for each. */
final class CborWriter {

    /** What goes deeper goes in circles. */
    private static final int MAX_NESTING = CborReader.MAX_NESTING;
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] out;
    private int size;
    private int nesting;

    CborWriter(int capacity) {
        out = new byte[capacity];
    }

    byte[] toBytes() {
        return Arrays.copyOf(out, size);
    }

    void enterArray(int items) {
        enter();
        head(CborType.ARRAY, items);
    }

    void enterMap(int entries) {
        enter();
        head(CborType.MAP, entries);
    }

    private void enter() {
        if (++nesting > MAX_NESTING) {
            throw new ValueFault("expected no more than " + MAX_NESTING + " levels of nesting");
        }
    }

    void leave() {
        nesting--;
    }

    void writeTag(int tag) {
        head(CborType.TAG, tag);
    }

    void writeLong(long number) {
        if (number >= 0) {
            head(CborType.UNSIGNED, number);
        } else {
            head(CborType.NEGATIVE, ~number);
        }
    }

    void writeBytes(byte[] bytes) {
        head(CborType.BYTES, bytes.length);
        writeRaw(bytes);
    }

    void writeString(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                // Java would write a question mark for a half of a pair.
                if (!Character.isHighSurrogate(c) || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new ValueFault("expected a text, got half of a surrogate pair at position " + i);
                }
                i++;
            }
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        head(CborType.TEXT, bytes.length);
        writeRaw(bytes);
    }

    /** Writes an item that is encoded already. */
    void writeRaw(byte[] item) {
        reserve(item.length);
        System.arraycopy(item, 0, out, size, item.length);
        size += item.length;
    }

    void writeBoolean(boolean truth) {
        reserve(1);
        out[size++] = (byte) (truth ? 0xf5 : 0xf4);
    }

    void writeNull() {
        reserve(1);
        out[size++] = (byte) 0xf6;
    }

    void writeFloat(float number) {
        if (writeSpecial(number)) {
            return;
        }
        reserve(5);
        out[size] = (byte) 0xfa;
        INT.set(out, size + 1, Float.floatToRawIntBits(number));
        size += 5;
    }

    void writeDouble(double number) {
        if (writeSpecial(number)) {
            return;
        }
        reserve(9);
        out[size] = (byte) 0xfb;
        LONG.set(out, size + 1, Double.doubleToRawLongBits(number));
        size += 9;
    }

    /** What is no number fits into two bytes. */
    private boolean writeSpecial(double number) {
        if (Double.isNaN(number)) {
            writeHalf((short) 0x7e00);
        } else if (Double.isInfinite(number)) {
            writeHalf((short) (number > 0 ? 0x7c00 : 0xfc00));
        } else {
            return false;
        }
        return true;
    }

    private void writeHalf(short bits) {
        reserve(3);
        out[size] = (byte) 0xf9;
        SHORT.set(out, size + 1, bits);
        size += 3;
    }

    /** Writes a head; the number is unsigned. */
    void head(int major, long number) {
        reserve(9);
        int type = major << 5;
        if (number >= 0 && number < 24) {
            out[size++] = (byte) (type | (int) number);
        } else if (number >>> 8 == 0) {
            out[size] = (byte) (type | 24);
            out[size + 1] = (byte) number;
            size += 2;
        } else if (number >>> 16 == 0) {
            out[size] = (byte) (type | 25);
            SHORT.set(out, size + 1, (short) number);
            size += 3;
        } else if (number >>> 32 == 0) {
            out[size] = (byte) (type | 26);
            INT.set(out, size + 1, (int) number);
            size += 5;
        } else {
            out[size] = (byte) (type | 27);
            LONG.set(out, size + 1, number);
            size += 9;
        }
    }

    private void reserve(int count) {
        if (out.length - size < count) {
            if (Integer.MAX_VALUE - 16 - size < count) {
                throw new ValueFault("expected parameters of less than 2 GB");
            }
            int doubled = (int) Math.min(Integer.MAX_VALUE - 16L, out.length * 2L);
            out = Arrays.copyOf(out, Math.max(doubled, size + count));
        }
    }
}
