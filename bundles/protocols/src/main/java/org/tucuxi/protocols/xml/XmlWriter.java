package org.tucuxi.protocols.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tucuxi.protocols.value.Utf8Character;
import org.tucuxi.protocols.value.ValueFault;

/**
 * Writes XML into a buffer: UTF-8, no declaration, no white space of its own, and byte for byte what Python's
 * ElementTree writes, because services sign and hash what they are sent. Tags come encoded.
 */
final class XmlWriter {

    private static final byte[] EMPTY_END = {' ', '/', '>'};

    private byte[] out = new byte[512];
    private int size;
    /** Where the last start tag begins. */
    private int tag;
    /** Whether the last start tag still waits for its {@code >}. */
    private boolean inTag;

    /** An element's tag in its encoded parts. */
    static byte[] startOf(String name) {
        return ('<' + name).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] endOf(String name) {
        return ("</" + name + '>').getBytes(StandardCharsets.UTF_8);
    }

    void start(byte[] startTag) {
        closeTag();
        tag = size;
        append(startTag);
        inTag = true;
    }

    /** Ends an element; one without content becomes {@code <name />}. */
    void end(byte[] endTag) {
        if (inTag) {
            append(EMPTY_END);
            inTag = false;
        } else {
            append(endTag);
        }
    }

    /**
     * Writes an attribute into the tag that was just started; {@code name} is encoded as {@code name="} with a space
     * before.
     */
    void attribute(byte[] name, String value) {
        append(name);
        escape(value, true);
        append((byte) '"');
    }

    /** Writes a namespace that was encoded before, unless the tag has one for the same prefix. */
    void namespace(byte[] encoded) {
        int nameEnd = 0;
        while (encoded[nameEnd] != '=') {
            nameEnd++;
        }
        for (int i = tag; i + nameEnd < size; i++) {
            if (Arrays.equals(out, i, i + nameEnd + 1, encoded, 0, nameEnd + 1)) {
                return;
            }
        }
        append(encoded);
    }

    void text(String text) {
        if (!text.isEmpty()) {
            closeTag();
            escape(text, false);
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(out, size);
    }

    private void closeTag() {
        if (inTag) {
            append((byte) '>');
            inTag = false;
        }
    }

    private void escape(String text, boolean attribute) {
        int length = text.length();
        reserve(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                i = multiByte(text, i);
            } else if (c > '>' || c >= ' ' && c != '&' && c != '<' && c != '>' && c != '"') {
                append((byte) c);
            } else {
                special(c, attribute, i);
            }
        }
    }

    private void special(char c, boolean attribute, int index) {
        switch (c) {
            case '&' -> ascii("&amp;");
            case '<' -> ascii("&lt;");
            case '>' -> ascii("&gt;");
            case '"' -> ascii(attribute ? "&quot;" : "\"");
            case '\t' -> ascii(attribute ? "&#09;" : "\t");
            case '\n' -> ascii(attribute ? "&#10;" : "\n");
            case '\r' -> ascii(attribute ? "&#13;" : "\r");
            default -> throw illegal(c, index);
        }
    }

    private int multiByte(String text, int index) {
        int point = text.codePointAt(index);
        if (Utf8Character.isSurrogate(point) || point == 0xfffe || point == 0xffff) {
            throw illegal(point, index);
        }
        reserve(Utf8Character.MAX_WIDTH);
        size = Utf8Character.encode(point, out, size);
        return point < 0x10000 ? index : index + 1;
    }

    private static ValueFault illegal(int point, int index) {
        return new ValueFault("expected text that XML can hold, got the character U+"
                + String.format("%04X", point) + " at index " + index);
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            append((byte) text.charAt(i));
        }
    }

    private void append(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, out, size, bytes.length);
        size += bytes.length;
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
