package org.tucuxi.protocols.xml;

import java.util.Arrays;
import org.tucuxi.protocols.value.ValueFault;

/** A place in a document, and the smallest steps from there. */
abstract class XmlCursor {

    /** Which ASCII characters may begin a name (1) or be inside one (2); all others are taken beyond ASCII. */
    private static final byte[] NAME = nameCharacters();

    final byte[] in;
    int pos;
    /** The name that was read last. */
    int nameStart;
    int localStart;
    int nameEnd;
    int nameHash;

    XmlCursor(byte[] document) {
        Utf8.check(document);
        in = document;
    }

    /** The fault of a document that is not well-formed. */
    static ValueFault fault(String problem, int pos) {
        return new ValueFault("invalid XML received: " + problem + " at byte " + pos);
    }

    /** Reads a name; the hash is that of its local part. */
    final void readName() {
        byte[] bytes = in;
        int i = pos;
        nameStart = i;
        localStart = i;
        int hash = 0;
        if (!isName(current(), 1)) {
            throw fault("character that begins no name", i);
        }
        for (byte c = bytes[i]; isName(c, 3) || c == ':'; c = bytes[i]) {
            i++;
            hash = hash * 31 + c;
            if (c == ':') {
                if (localStart > nameStart || i == bytes.length || !isName(bytes[i], 1)) {
                    throw fault("name with a colon in a wrong place", i - 1);
                }
                localStart = i;
                hash = 0;
            }
            if (i == bytes.length) {
                break;
            }
        }
        pos = i;
        nameEnd = i;
        nameHash = hash;
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

    static boolean isSpace(byte c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    private static boolean isName(byte c, int mask) {
        return c < 0 || (NAME[c] & mask) != 0;
    }

    private static byte[] nameCharacters() {
        byte[] table = new byte[128];
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
