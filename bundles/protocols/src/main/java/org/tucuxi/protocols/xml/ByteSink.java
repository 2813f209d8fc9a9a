package org.tucuxi.protocols.xml;

import java.util.Arrays;
import org.tucuxi.protocols.value.Utf8Character;

/** A growing buffer of UTF-8 that is used again and again. */
final class ByteSink {

    private byte[] bytes = new byte[64];
    private int size;

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void append(byte[] from, int start, int end) {
        reserve(end - start);
        System.arraycopy(from, start, bytes, size, end - start);
        size += end - start;
    }

    void append(int point) {
        reserve(Utf8Character.MAX_WIDTH);
        if (point < 0x80) {
            bytes[size++] = (byte) point;
            return;
        }
        size = Utf8Character.encode(point, bytes, size);
    }

    private void reserve(int count) {
        if (bytes.length - size < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + count));
        }
    }
}
