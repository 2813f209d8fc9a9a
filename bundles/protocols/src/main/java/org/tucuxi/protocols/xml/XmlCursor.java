package org.tucuxi.protocols.xml;

import java.util.Arrays;
import org.tucuxi.protocols.value.ValueFault;

/** A place in a document, and the smallest steps from there. */
abstract class XmlCursor {

    private static final String WRONG_COLON = "name with a colon in a wrong place";
    /** Which ASCII characters may begin a name (1) or be inside one (2); all others are taken beyond ASCII. */
    private static final byte[] NAME = nameCharacters();

    final byte[] in;
    int pos;
    /** The name that was read last. */
    int nameStart;
    int localStart;
    int nameEnd;

    XmlCursor(byte[] document) {
        Utf8.check(document);
        in = document;
    }

    /** The fault of a document that is not well-formed. */
    static ValueFault fault(String problem, int pos) {
        return new ValueFault("invalid XML received: " + problem + " at byte " + pos);
    }

    /** Reads a name. */
    final void readName() {
        nameStart = pos;
        localStart = pos;
        int end = namePart(pos, "character that begins no name", pos);
        if (end < in.length && in[end] == ':') {
            int colon = end;
            localStart = colon + 1;
            end = namePart(localStart, WRONG_COLON, colon);
            if (end < in.length && in[end] == ':') {
                throw fault(WRONG_COLON, end);
            }
        }
        pos = end;
        nameEnd = end;
    }

    /** The end of the part of a name that begins at {@code start}. */
    private int namePart(int start, String problem, int problemPos) {
        byte[] bytes = in;
        if (start == bytes.length || (NAME[bytes[start] & 0xff] & 1) == 0) {
            current();
            throw fault(problem, problemPos);
        }
        int i = start + 1;
        while (i < bytes.length && NAME[bytes[i] & 0xff] != 0) {
            i++;
        }
        return i;
    }

    final byte current() {
        if (pos >= in.length) {
            throw fault("document that ends inside of a tag", in.length);
        }
        return in[pos];
    }

    final void expect(char c) {
        if (current() != c) {
            throw fault("tag that lacks a " + c, pos);
        }
        pos++;
    }

    final boolean startsWith(byte[] expected) {
        return in.length - pos >= expected.length
                && Arrays.equals(in, pos, pos + expected.length, expected, 0, expected.length);
    }

    final int indexAfter(String end, int from) {
        for (int i = from; i <= in.length - end.length(); i++) {
            int matched = 0;
            while (matched < end.length() && in[i + matched] == end.charAt(matched)) {
                matched++;
            }
            if (matched == end.length()) {
                return i + matched;
            }
        }
        throw fault("document that ends where " + end + " is expected", in.length);
    }

    final boolean skipSpaces() {
        int start = pos;
        while (pos < in.length && isSpace(in[pos])) {
            pos++;
        }
        return pos > start;
    }

    /** Goes past white space where all that low is white space: the document was checked. */
    final void skipBlank() {
        int i = pos;
        while (i < in.length && in[i] <= ' ' && in[i] >= 0) {
            i += Utf8.areSpaces(in, i) ? Long.BYTES : 1;
        }
        pos = i;
    }

    static boolean isSpace(byte c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    private static byte[] nameCharacters() {
        byte[] table = new byte[256];
        Arrays.fill(table, 128, 256, (byte) 3);
        for (int c = 'a'; c <= 'z'; c++) {
            table[c] = 1;
            table[c - 32] = 1;
        }
        table['_'] = 1;
        for (int c = '0'; c <= '9'; c++) {
            table[c] = 2;
        }
        table['-'] = 2;
        table['.'] = 2;
        return table;
    }
}
