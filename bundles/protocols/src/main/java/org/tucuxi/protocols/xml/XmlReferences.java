package org.tucuxi.protocols.xml;

/**
 * References in text: the five predefined entities and characters by number. There are no others without a document
 * type.
 */
final class XmlReferences {

    private XmlReferences() {
    }

    /** The place after a reference that begins with the ampersand at {@code pos}. */
    static int end(byte[] in, int pos, int limit) {
        // The longest is &#x0010FFFF; and a few more zeros; what is longer is no reference.
        for (int i = pos + 1; i < limit && i < pos + 16; i++) {
            if (in[i] == ';') {
                return i + 1;
            }
        }
        throw XmlCursor.fault("ampersand that begins no reference", pos);
    }

    /** The character that the reference from {@code pos} to {@code end} means. */
    static int character(byte[] in, int pos, int end) {
        int point = in[pos + 1] == '#' ? numeric(in, pos + 2, end - 1) : named(in, pos + 1, end - 1);
        if (point < 0 || !Utf8.isCharacter(point)) {
            throw XmlCursor.fault("reference to an entity or character that XML does not know", pos);
        }
        return point;
    }

    /** Resolves references and line ends; in attributes every white space is a space (XML 1.0, section 3.3.3). */
    static void decode(byte[] in, ByteSink out, int start, int end, boolean references, boolean attribute) {
        int i = start;
        int plain = start;
        while (i < end) {
            byte c = in[i];
            if (c == '&' && references) {
                out.append(in, plain, i);
                int after = end(in, i, end);
                out.append(character(in, i, after));
                i = after;
                plain = after;
            } else if (c == '\r' || attribute && (c == '\n' || c == '\t')) {
                out.append(in, plain, i);
                out.append(attribute ? ' ' : '\n');
                i += c == '\r' && i + 1 < end && in[i + 1] == '\n' ? 2 : 1;
                plain = i;
            } else {
                i++;
            }
        }
        out.append(in, plain, end);
    }

    private static int named(byte[] in, int from, int to) {
        switch (to - from) {
            case 2:
                if (in[from + 1] == 't') {
                    return in[from] == 'l' ? '<' : in[from] == 'g' ? '>' : -1;
                }
                return -1;
            case 3:
                return in[from] == 'a' && in[from + 1] == 'm' && in[from + 2] == 'p' ? '&' : -1;
            case 4:
                if (in[from + 1] == 'u' && in[from] == 'q' && in[from + 2] == 'o' && in[from + 3] == 't') {
                    return '"';
                }
                return in[from] == 'a' && in[from + 1] == 'p' && in[from + 2] == 'o' && in[from + 3] == 's' ? '\'' : -1;
            default:
                return -1;
        }
    }

    private static int numeric(byte[] in, int from, int to) {
        boolean hex = from < to && in[from] == 'x';
        int pos = hex ? from + 1 : from;
        if (pos == to) {
            return -1;
        }
        int point = 0;
        for (; pos < to; pos++) {
            int digit = hex ? Character.digit(in[pos], 16) : in[pos] - '0';
            if (digit < 0 || digit > 15 || !hex && digit > 9 || point > 0x10ffff) {
                return -1;
            }
            point = point * (hex ? 16 : 10) + digit;
        }
        return point;
    }
}
