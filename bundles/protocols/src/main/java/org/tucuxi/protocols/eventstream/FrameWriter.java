package org.tucuxi.protocols.eventstream;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.tucuxi.protocols.value.ValueFault;

/**
 * Writes frames into memory that is used again. A frame may be the payload of another: begin both, write, end the inner
 * one first. Belongs to one thread.
 */
final class FrameWriter {

    /** Room that one unusual frame has needed is not kept for the others. */
    private static final int KEPT = 1 << 20;
    private static final int USUAL = 1024;
    private static final int LONGEST_TEXT = 0xffff;

    private byte[] data = new byte[USUAL];
    private int size;
    private final CRC32 crc = new CRC32();

    void clear() {
        size = 0;
        if (data.length > KEPT) {
            data = new byte[USUAL];
        }
    }

    byte[] data() {
        return data;
    }

    int size() {
        return size;
    }

    /** A view of what was written, good until something is written. */
    ByteBuffer view(int from, int to) {
        return ByteBuffer.wrap(data, from, to - from).asReadOnlyBuffer();
    }

    /** Begins a frame; returns where it is. */
    int begin() {
        int start = size;
        room(FrameReader.PRELUDE);
        size += FrameReader.PRELUDE;
        return start;
    }

    void text(byte[] name, byte[] text) {
        variable(name, HeaderType.TEXT, text);
    }

    void bytes(byte[] name, byte[] value) {
        variable(name, HeaderType.BYTES, value);
    }

    void truth(byte[] name, boolean value) {
        name(name, value ? HeaderType.TRUE : HeaderType.FALSE);
    }

    void integer(byte[] name, int value) {
        name(name, HeaderType.INTEGER);
        room(4);
        put(size, value);
        size += 4;
    }

    void longInteger(byte[] name, long value) {
        name(name, HeaderType.LONG);
        putLong(value);
    }

    void timestamp(byte[] name, long milliseconds) {
        name(name, HeaderType.TIMESTAMP);
        putLong(milliseconds);
    }

    private void variable(byte[] name, int type, byte[] value) {
        if (value.length > LONGEST_TEXT) {
            throw new ValueFault("expected at most " + LONGEST_TEXT + " bytes in a header of an event, got "
                    + value.length);
        }
        name(name, type);
        room(2 + value.length);
        data[size++] = (byte) (value.length >> 8);
        data[size++] = (byte) value.length;
        append(value);
    }

    private void name(byte[] name, int type) {
        room(2 + name.length);
        data[size++] = (byte) name.length;
        append(name);
        data[size++] = (byte) type;
    }

    /** Ends the headers of a frame; the payload follows. */
    void endHeaders(int start) {
        int length = size - start - FrameReader.PRELUDE;
        if (length > FrameReader.MAX_HEADERS) {
            throw new ValueFault("expected headers of an event of at most " + FrameReader.MAX_HEADERS + " bytes, got "
                    + length);
        }
        put(start + 4, length);
    }

    void payload(byte[] payload) {
        if (payload.length > FrameReader.MAX_PAYLOAD) {
            throw new ValueFault("expected an event of at most " + FrameReader.MAX_PAYLOAD + " bytes, got "
                    + payload.length);
        }
        room(payload.length + 4);
        append(payload);
    }

    /** Ends a frame. */
    void end(int start) {
        room(4);
        put(start, size + 4 - start);
        crc.reset();
        crc.update(data, start, 8);
        put(start + 8, (int) crc.getValue());
        crc.update(data, start + 8, size - start - 8);
        put(size, (int) crc.getValue());
        size += 4;
    }

    /** Overwrites bytes of a header that was written before. */
    void overwrite(int at, byte[] value) {
        System.arraycopy(value, 0, data, at, value.length);
    }

    private void append(byte[] bytes) {
        System.arraycopy(bytes, 0, data, size, bytes.length);
        size += bytes.length;
    }

    private void putLong(long value) {
        room(8);
        put(size, (int) (value >> 32));
        put(size + 4, (int) value);
        size += 8;
    }

    private void put(int at, int value) {
        data[at] = (byte) (value >> 24);
        data[at + 1] = (byte) (value >> 16);
        data[at + 2] = (byte) (value >> 8);
        data[at + 3] = (byte) value;
    }

    private void room(int more) {
        if (data.length - size < more) {
            data = Arrays.copyOf(data, Math.max(data.length * 2, size + more));
        }
    }
}
