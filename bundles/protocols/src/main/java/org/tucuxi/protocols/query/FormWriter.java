package org.tucuxi.protocols.query;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tucuxi.protocols.value.ValueFault;

/**
 * Writes form fields into a buffer. The name of the next field is a prefix that grows on the way into a value and
 * shrinks on the way out; it is encoded already.
 */
final class FormWriter {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    /** What stands for itself (Python's quote_plus, which the reference uses). */
    private static final boolean[] SAFE = safe();
    /** The longest that one character becomes: four bytes of UTF-8, each as three. */
    private static final int MAX_ENCODED = 12;
    private static final int MAX_DIGITS = 10;

    private byte[] out;
    private int size;
    private byte[] prefix = new byte[128];
    private int prefixSize;

    /** Makes a writer that goes on after fields that are encoded already, in a buffer of at least that size. */
    FormWriter(byte[] start, int capacity) {
        out = Arrays.copyOf(start, Math.max(start.length, capacity));
        size = start.length;
    }

    /** A name in the form that {@link #enter} takes. */
    static byte[] encode(String name) {
        FormWriter writer = new FormWriter(new byte[0], name.length());
        writer.text(name);
        return writer.toBytes();
    }

    /** The prefix as it is, for {@link #leave}. */
    int mark() {
        return prefixSize;
    }

    void leave(int mark) {
        prefixSize = mark;
    }

    void enter(byte[] name) {
        reservePrefix(name.length + 1);
        dot();
        System.arraycopy(name, 0, prefix, prefixSize, name.length);
        prefixSize += name.length;
    }

    /** Adds a position, which counts from 1. */
    void enter(int index) {
        reservePrefix(MAX_DIGITS + 1);
        dot();
        int digits = 1;
        for (int rest = index / 10; rest > 0; rest /= 10) {
            digits++;
        }
        int rest = index;
        for (int i = prefixSize + digits - 1; i >= prefixSize; i--) {
            prefix[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        prefixSize += digits;
    }

    /** Puts a name in the place of the prefix's last part; the caller keeps a {@link #copy} for the way out. */
    void replaceLast(byte[] name) {
        int last = prefixSize;
        while (last > 0 && prefix[last - 1] != '.') {
            last--;
        }
        prefixSize = Math.max(0, last - 1);
        enter(name);
    }

    byte[] copy() {
        return Arrays.copyOf(prefix, prefixSize);
    }

    void restore(byte[] copy) {
        prefixSize = 0;
        reservePrefix(copy.length);
        System.arraycopy(copy, 0, prefix, 0, copy.length);
        prefixSize = copy.length;
    }

    /** Writes a field that is named by the prefix. */
    void field(String value) {
        reserve(prefixSize + 2);
        out[size++] = '&';
        System.arraycopy(prefix, 0, out, size, prefixSize);
        size += prefixSize;
        out[size++] = '=';
        text(value);
    }

    byte[] toBytes() {
        return Arrays.copyOf(out, size);
    }

    private void text(String text) {
        int length = text.length();
        reserve(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80 && SAFE[c]) {
                out[size++] = (byte) c;
            } else if (c == ' ') {
                out[size++] = '+';
            } else {
                // Keeps room for the rest, so that what stands for itself needs no check.
                reserve(length - i + MAX_ENCODED);
                i = escape(text, i);
            }
        }
    }

    /** Writes the character at an index; the result is the index of its last char. */
    private int escape(String text, int index) {
        int point = text.codePointAt(index);
        if (point < 0x80) {
            percent(point);
            return index;
        }
        if (point < 0x800) {
            percent(0xc0 | point >> 6);
        } else {
            if (point < 0x10000) {
                if (point >= 0xd800 && point < 0xe000) {
                    throw new ValueFault("expected text, got half of a surrogate pair at index " + index);
                }
                percent(0xe0 | point >> 12);
            } else {
                percent(0xf0 | point >> 18);
                percent(0x80 | point >> 12 & 0x3f);
            }
            percent(0x80 | point >> 6 & 0x3f);
        }
        percent(0x80 | point & 0x3f);
        return point < 0x10000 ? index : index + 1;
    }

    private void percent(int b) {
        out[size++] = '%';
        out[size++] = HEX[b >> 4];
        out[size++] = HEX[b & 15];
    }

    private void dot() {
        if (prefixSize > 0) {
            prefix[prefixSize++] = '.';
        }
    }

    private void reservePrefix(int count) {
        if (prefix.length - prefixSize < count) {
            prefix = Arrays.copyOf(prefix, Math.max(prefix.length * 2, prefixSize + count));
        }
    }

    private void reserve(int count) {
        if (out.length - size < count) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, size + count));
        }
    }

    private static boolean[] safe() {
        boolean[] table = new boolean[128];
        Arrays.fill(table, '0', '9' + 1, true);
        Arrays.fill(table, 'A', 'Z' + 1, true);
        Arrays.fill(table, 'a', 'z' + 1, true);
        for (char c : "_.-~".toCharArray()) {
            table[c] = true;
        }
        return table;
    }
}
