package org.tucuxi.protocols.xml;

import java.util.Arrays;

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
        reserve(4);
        if (point < 0x80) {
            bytes[size++] = (byte) point;
            return;
        }
        if (point < 0x800) {
            bytes[size++] = (byte) (0xc0 | point >> 6);
        } else {
            if (point < 0x10000) {
                bytes[size++] = (byte) (0xe0 | point >> 12);
            } else {
                bytes[size++] = (byte) (0xf0 | point >> 18);
                bytes[size++] = (byte) (0x80 | point >> 12 & 0x3f);
            }
            bytes[size++] = (byte) (0x80 | point >> 6 & 0x3f);
        }
        bytes[size++] = (byte) (0x80 | point & 0x3f);
    }

    private void reserve(int count) {
        if (bytes.length - size < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + count));
        }
    }
}
