package org.tucuxi.signing.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing run of UTF-8 bytes: what a signature is computed over is written here once and hashed in place. */
final class Bytes {

    private static final byte[] HEX_LOWER = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEX_UPPER = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    /** RFC 3986 unreserved characters: the only ones that no encoding touches. */
    private static final boolean[] UNRESERVED = table("-._~");
    private static final boolean[] LEGAL_IN_QUERY = table("-._~!$&'()*+,;=:@/?%[]");

    private byte[] data;
    private int size;

    Bytes(int capacity) {
        data = new byte[capacity];
    }

    byte[] array() {
        return data;
    }

    int size() {
        return size;
    }

    /** Cuts the end off, or with 0 everything. */
    Bytes truncate(int newSize) {
        size = newSize;
        return this;
    }

    int lastIndexOf(char c, int from) {
        for (int i = size - 1; i >= from; i--) {
            if (data[i] == c) {
                return i;
            }
        }
        return -1;
    }

    String text(int from, int to) {
        return new String(data, from, to - from, StandardCharsets.UTF_8);
    }

    Bytes put(char c) {
        room(1);
        data[size++] = (byte) c;
        return this;
    }

    Bytes utf8(String text) {
        return utf8(text, 0, text.length());
    }

    Bytes utf8(String text, int from, int to) {
        room(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                put(c);
            } else {
                i += encode(text, i, to, false);
            }
        }
        return this;
    }

    /** Writes in lower case; only for what is ASCII. */
    Bytes lower(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            data[size++] = (byte) lower(ascii.charAt(i));
        }
        return this;
    }

    Bytes hex(byte[] bytes) {
        room(bytes.length * 2);
        for (byte b : bytes) {
            data[size++] = HEX_LOWER[b >> 4 & 15];
            data[size++] = HEX_LOWER[b & 15];
        }
        return this;
    }

    /** Percent-encodes everything but unreserved characters. */
    Bytes percentEncoded(String text, int from, int to) {
        return percentEncoded(text, from, to, UNRESERVED);
    }

    /** Percent-encodes only what cannot stand in a URL's query, so that an encoded query stays as it is. */
    Bytes queryAsSent(String text, int from, int to) {
        return percentEncoded(text, from, to, LEGAL_IN_QUERY);
    }

    private Bytes percentEncoded(String text, int from, int to, boolean[] kept) {
        room(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                i += encode(text, i, to, true);
            } else if (kept[c]) {
                put(c);
            } else {
                percent(c);
            }
        }
        return this;
    }

    static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    static String hexText(byte[] bytes) {
        byte[] text = new byte[bytes.length * 2];
        for (int i = 0; i < bytes.length; i++) {
            text[2 * i] = HEX_LOWER[bytes[i] >> 4 & 15];
            text[2 * i + 1] = HEX_LOWER[bytes[i] & 15];
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Writes one character outside ASCII; returns how many chars it took beyond the first. */
    private int encode(String text, int at, int end, boolean percent) {
        int c = text.charAt(at);
        int extra = 0;
        if (Character.isHighSurrogate((char) c) && at + 1 < end && Character.isLowSurrogate(text.charAt(at + 1))) {
            c = Character.toCodePoint((char) c, text.charAt(at + 1));
            extra = 1;
        } else if (c >= 0xD800 && c <= 0xDFFF) {
            // what String.getBytes makes of half a pair, so that this is what travels as well
            c = '?';
        }
        if (c < 0x80) {
            octet(c, percent);
        } else if (c < 0x800) {
            octet(0xC0 | c >> 6, percent);
        } else if (c < 0x10000) {
            octet(0xE0 | c >> 12, percent);
            octet(0x80 | c >> 6 & 63, percent);
        } else {
            octet(0xF0 | c >> 18, percent);
            octet(0x80 | c >> 12 & 63, percent);
            octet(0x80 | c >> 6 & 63, percent);
        }
        if (c >= 0x80) {
            octet(0x80 | c & 63, percent);
        }
        return extra;
    }

    private void octet(int b, boolean percent) {
        if (percent) {
            percent(b);
        } else {
            put((char) b);
        }
    }

    private void percent(int b) {
        room(3);
        data[size++] = '%';
        data[size++] = HEX_UPPER[b >> 4 & 15];
        data[size++] = HEX_UPPER[b & 15];
    }

    private void room(int more) {
        if (data.length - size < more) {
            data = Arrays.copyOf(data, Math.max(data.length * 2, size + more));
        }
    }

    private static boolean[] table(String others) {
        boolean[] table = new boolean[0x80];
        for (int c = 0; c < 0x80; c++) {
            table[c] = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
                    || others.indexOf(c) >= 0;
        }
        return table;
    }
}
