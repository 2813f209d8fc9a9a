package org.tucuxi.protocols.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tucuxi.protocols.value.Utf8Character;
import org.tucuxi.protocols.value.ValueFault;

/** Writes compact JSON into a buffer. The names of members come encoded. */
final class JsonWriter {

    /** Deeper than any model, shallow enough for a thread's stack: documents and recursive shapes come from users. */
    static final int MAX_NESTING = 500;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_ESCAPED = 6;
    private static final int MAX_DIGITS = 20;

    private final boolean ascii;
    private byte[] out;
    private int size;
    private int nesting;

    /** Makes a writer of UTF-8. */
    JsonWriter(int capacity) {
        this(capacity, false);
    }

    /** Makes a writer; {@code ascii} escapes all other characters, as the reference does everywhere. */
    JsonWriter(int capacity, boolean ascii) {
        this.out = new byte[capacity];
        this.ascii = ascii;
    }

    /** A member's name as it stands in a document, with its colon. */
    static byte[] encodedName(String name) {
        JsonWriter writer = new JsonWriter(name.length() + 3);
        writer.text(name);
        writer.append((byte) ':');
        return writer.toBytes();
    }

    void startObject() {
        nest();
        append((byte) '{');
    }

    void endObject() {
        nesting--;
        append((byte) '}');
    }

    void startArray() {
        nest();
        append((byte) '[');
    }

    void endArray() {
        nesting--;
        append((byte) ']');
    }

    private void nest() {
        if (++nesting > MAX_NESTING) {
            throw new ValueFault("expected values nested at most " + MAX_NESTING + " deep");
        }
    }

    /** Begins a member. Only at the start of an object the last byte is an opening brace: a text ends with a quote. */
    void name(byte[] encoded) {
        reserve(encoded.length + 1);
        if (out[size - 1] != '{') {
            out[size++] = ',';
        }
        System.arraycopy(encoded, 0, out, size, encoded.length);
        size += encoded.length;
    }

    /** Begins an entry of a map. */
    void key(String key) {
        if (out[size - 1] != '{') {
            append((byte) ',');
        }
        text(key);
        append((byte) ':');
    }

    /** Begins an item of an array. */
    void item() {
        if (out[size - 1] != '[') {
            append((byte) ',');
        }
    }

    /** Writes text that needs no escape and is no string: a number, true, false or null. */
    void literal(String text) {
        int length = text.length();
        reserve(length);
        for (int i = 0; i < length; i++) {
            out[size++] = (byte) text.charAt(i);
        }
    }

    void number(long number) {
        reserve(MAX_DIGITS);
        if (number < 0) {
            if (number == Long.MIN_VALUE) {
                literal("-9223372036854775808");
                return;
            }
            out[size++] = '-';
        }
        long rest = Math.abs(number);
        int width = 1;
        for (long unit = rest; unit >= 10; unit /= 10) {
            width++;
        }
        for (int at = size + width; at > size; rest /= 10) {
            out[--at] = (byte) ('0' + rest % 10);
        }
        size += width;
    }

    void text(String text) {
        int length = text.length();
        reserve(length + 2);
        byte[] to = out;
        int at = size;
        to[at++] = '"';
        int i = 0;
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || c < ' ' || c == '"' || c == '\\') {
                break;
            }
            to[at++] = (byte) c;
        }
        size = at;
        if (i < length) {
            escape(text, i);
        }
        append((byte) '"');
    }

    byte[] toBytes() {
        return Arrays.copyOf(out, size);
    }

    private void escape(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            reserve(MAX_ESCAPED);
            if (c >= 0x80) {
                i = beyondAscii(text, i);
            } else if (c == '"' || c == '\\') {
                out[size++] = '\\';
                out[size++] = (byte) c;
            } else if (c < ' ') {
                control(c);
            } else {
                out[size++] = (byte) c;
            }
        }
    }

    private void control(char c) {
        byte letter = (byte) switch (c) {
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            case '\b' -> 'b';
            case '\f' -> 'f';
            default -> 0;
        };
        if (letter == 0) {
            unicode(c);
        } else {
            out[size++] = '\\';
            out[size++] = letter;
        }
    }

    /** Gives the index of the last character written: one outside of the basic plane has two. */
    private int beyondAscii(String text, int index) {
        int point = text.codePointAt(index);
        // Half a pair has no UTF-8; the reference escapes it, and so it arrives.
        if (ascii || Utf8Character.isSurrogate(point)) {
            unicode(text.charAt(index));
            return index;
        }
        size = Utf8Character.encode(point, out, size);
        return point < 0x10000 ? index : index + 1;
    }

    private void unicode(char c) {
        out[size++] = '\\';
        out[size++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            out[size++] = HEX[c >> shift & 0xf];
        }
    }

    private void append(byte b) {
        reserve(1);
        out[size++] = b;
    }

    private void reserve(int count) {
        if (out.length - size < count) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, size + count));
        }
    }
}
