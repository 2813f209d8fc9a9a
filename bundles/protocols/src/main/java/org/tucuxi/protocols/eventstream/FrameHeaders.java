package org.tucuxi.protocols.eventstream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.tucuxi.protocols.value.ValueFault;

/** The headers of the frame that was read last: places in a block of bytes, used again for the next frame. */
final class FrameHeaders {

    /** Up to here every name is compared with every other; beyond, a set is cheaper. */
    private static final int FEW = 16;

    private byte[] block = new byte[512];
    private int[] nameAt = new int[8];
    private int[] valueAt = new int[8];
    private int[] valueLength = new int[8];
    private int count;

    /** The bytes to read headers into. */
    byte[] block(int length) {
        if (block.length < length) {
            block = new byte[length];
        }
        return block;
    }

    int count() {
        return count;
    }

    /** Finds the headers in the block. */
    void parse(int length) {
        count = 0;
        int pos = 0;
        while (pos < length) {
            int type = pos + 1 + (block[pos] & 0xff);
            if (type >= length) {
                throw new ValueFault("expected a header of " + (type - pos) + " bytes, got " + (length - pos));
            }
            if (!HeaderType.isKnown(block[type] & 0xff)) {
                throw new ValueFault("expected a header type of 0 to 9, got " + (block[type] & 0xff));
            }
            pos = add(pos, type, length);
        }
        checkNames();
    }

    private int add(int pos, int type, int end) {
        int value = type + 1;
        int size = HeaderType.size(block[type]);
        if (size < 0) {
            if (value + 2 > end) {
                throw new ValueFault("expected the length of a header's value, got the end of the headers");
            }
            size = (block[value] & 0xff) << 8 | block[value + 1] & 0xff;
            value += 2;
        }
        if (value + size > end) {
            throw new ValueFault("expected a header value of " + size + " bytes, got " + (end - value));
        }
        if (count == nameAt.length) {
            nameAt = Arrays.copyOf(nameAt, count * 2);
            valueAt = Arrays.copyOf(valueAt, count * 2);
            valueLength = Arrays.copyOf(valueLength, count * 2);
        }
        nameAt[count] = pos;
        valueAt[count] = value;
        valueLength[count++] = size;
        return value + size;
    }

    private void checkNames() {
        if (count > FEW) {
            Set<String> names = new HashSet<>(count * 2);
            for (int i = 0; i < count; i++) {
                if (!names.add(name(i))) {
                    throw twice(i);
                }
            }
            return;
        }
        for (int i = 1; i < count; i++) {
            for (int other = 0; other < i; other++) {
                if (Arrays.equals(block, nameAt[i] + 1, typeAt(i), block, nameAt[other] + 1, typeAt(other))) {
                    throw twice(i);
                }
            }
        }
    }

    private ValueFault twice(int index) {
        return new ValueFault("expected each header once, got " + ValueFault.quoted(name(index)) + " twice");
    }

    /** The index of a header, or -1. */
    int find(byte[] name) {
        for (int i = 0; i < count; i++) {
            if (Arrays.equals(name, 0, name.length, block, nameAt[i] + 1, typeAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a header is there and is this text. */
    boolean is(byte[] name, byte[] text) {
        int index = find(name);
        return index >= 0 && hasValue(index, text);
    }

    boolean hasValue(int index, byte[] text) {
        return type(index) == HeaderType.TEXT && Arrays.equals(text, 0, text.length,
                block, valueAt[index], valueAt[index] + valueLength[index]);
    }

    /** The text of a header, or null when it is not there or no text. */
    String text(byte[] name) {
        int index = find(name);
        return index >= 0 && type(index) == HeaderType.TEXT ? (String) value(index) : null;
    }

    String name(int index) {
        return new String(block, nameAt[index] + 1, block[nameAt[index]] & 0xff, StandardCharsets.UTF_8);
    }

    int type(int index) {
        return block[typeAt(index)];
    }

    /** A Boolean, an Integer, a Long (also for a timestamp: its milliseconds), a String or a byte[]. */
    Object value(int index) {
        return switch (type(index)) {
            case HeaderType.TRUE -> true;
            case HeaderType.FALSE -> false;
            case HeaderType.BYTE, HeaderType.SHORT, HeaderType.INTEGER -> (int) number(index);
            case HeaderType.LONG, HeaderType.TIMESTAMP -> number(index);
            case HeaderType.TEXT ->
                    new String(block, valueAt[index], valueLength[index], StandardCharsets.UTF_8);
            default -> Arrays.copyOfRange(block, valueAt[index], valueAt[index] + valueLength[index]);
        };
    }

    private long number(int index) {
        long result = block[valueAt[index]];
        for (int i = 1; i < valueLength[index]; i++) {
            result = result << 8 | block[valueAt[index] + i] & 0xff;
        }
        return result;
    }

    private int typeAt(int index) {
        return nameAt[index] + 1 + (block[nameAt[index]] & 0xff);
    }
}
