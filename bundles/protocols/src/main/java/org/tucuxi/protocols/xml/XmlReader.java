package org.tucuxi.protocols.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tucuxi.protocols.value.ValueFault;

/**
 * A pull parser for documents in memory. It is strict, because a response that was cut or mangled must not pass for a
 * whole one, and bounded, because responses are not to be trusted: no document type, so no entities; limited depth,
 * attributes and namespaces. Bytes are always UTF-8, whatever the declaration says, as in the reference.
 *
 * <p>It makes no strings of names: they are compared in place. Of a JDK or library parser it differs by that, by taking
 * no lock and keeping no table of names between documents.
 */
final class XmlReader extends XmlCursor {

    static final int START = 1;
    static final int END = 2;
    static final int TEXT = 3;
    static final int END_OF_DOCUMENT = 4;
    static final int MAX_DEPTH = 500;

    private static final byte[] CDATA = "<![CDATA[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COMMENT = "<!--".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DECLARATION = "<?xml".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VERSION = "version".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENCODING = "encoding".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STANDALONE = "standalone".getBytes(StandardCharsets.US_ASCII);

    private static final boolean[] SPECIAL = special();

    private final XmlAttributes attributes;
    /** Start and end of the names of the open elements. */
    private int[] open = new int[2 * 16];
    private int depth;
    private boolean rootSeen;
    /** Whether the tag that was just read ends its own element. */
    private boolean closing;
    private byte[] text;
    private int textStart;
    private int textEnd;
    private ByteSink decoded;
    private ByteSink joined;

    XmlReader(byte[] document) {
        super(document);
        text = document;
        attributes = new XmlAttributes(document);
        pos = in.length >= 3 && in[0] == (byte) 0xef && in[1] == (byte) 0xbb && in[2] == (byte) 0xbf ? 3 : 0;
        if (startsWith(DECLARATION) && pos + 5 < in.length && isSpace(in[pos + 5])) {
            readDeclaration();
        }
    }

    /** Goes to the next event. Comments and processing instructions are none. */
    int next() {
        if (closing) {
            closing = false;
            return leave();
        }
        while (true) {
            if (depth == 0) {
                skipSpaces();
            }
            if (pos == in.length) {
                return end();
            }
            if (in[pos] != '<') {
                if (depth == 0) {
                    throw fault("text outside of the root element", pos);
                }
                readText();
                return TEXT;
            }
            int second = pos + 1 < in.length ? in[pos + 1] : 0;
            if (second == '/') {
                return readEndTag();
            }
            if (second == '!') {
                if (readCdata()) {
                    return TEXT;
                }
            } else if (second == '?') {
                skipInstruction();
            } else {
                return readStartTag();
            }
        }
    }

    /**
     * Goes to the start of the next child, past all text.
     *
     * @return false when there is no further child; then this went past the end of the element
     */
    boolean toChild() {
        int event;
        do {
            if (!closing) {
                skipBlank();
            }
            event = next();
        } while (event == TEXT);
        return event == START;
    }

    /** Goes past the end of the element whose start was the last event. */
    void skipElement() {
        int outside = depth - 1;
        while (toChild() || depth != outside) {
            // nothing in it is wanted
        }
    }

    /**
     * Goes past the end of the element whose start was the last event; its text is that up to its first child, as
     * ElementTree has it.
     */
    void readElementText() {
        int event = next();
        if (event == END) {
            textStart = 0;
            textEnd = 0;
            return;
        }
        if (event == TEXT && pos + 1 < in.length && in[pos] == '<' && in[pos + 1] == '/') {
            readEndTag();
            return;
        }
        joined = joined == null ? new ByteSink() : joined;
        joined.clear();
        boolean child = false;
        for (; event != END; event = next()) {
            if (event == START) {
                child = true;
                skipElement();
            } else if (!child) {
                joined.append(text, textStart, textEnd);
            }
        }
        show(joined);
    }

    /**
     * A place right after a start tag to come back to.
     *
     * @param pos the place
     * @param depth how many elements are open
     * @param prefixes how many prefixes are declared
     * @param closing whether the tag ends its own element
     */
    record Mark(int pos, int depth, int prefixes, boolean closing) {
    }

    /** The place after the start tag that was the last event. */
    Mark mark() {
        return new Mark(pos, depth, attributes.prefixCount(), closing);
    }

    /** Goes back to a place; name and attributes of its start tag are not restored. */
    void reset(Mark mark) {
        pos = mark.pos();
        depth = mark.depth();
        attributes.prefixCount(mark.prefixes());
        closing = mark.closing();
    }

    /** The bytes that hold the last text, from {@link #textStart()} to {@link #textEnd()}. */
    byte[] textBytes() {
        return text;
    }

    int textStart() {
        return textStart;
    }

    int textEnd() {
        return textEnd;
    }

    String text() {
        return new String(text, textStart, textEnd - textStart, StandardCharsets.UTF_8);
    }

    /** The place of the last start tag's local name in a table of names, as {@link #place(byte[], int, int)} has it. */
    int namePlace() {
        return place(in, localStart, nameEnd);
    }

    /**
     * A hash that looks at four bytes only, however long a name is: names of one structure differ in them or in their
     * length, and what a document brings is only looked up, never put in.
     */
    static int place(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return 0;
        }
        int hash = length * 31 + bytes[from];
        hash = hash * 31 + bytes[from + (length >> 1)];
        hash = hash * 31 + bytes[to - 1];
        hash = hash * 31 + bytes[from + (length >> 2)];
        return hash ^ hash >>> 7;
    }

    boolean isNamed(byte[] local) {
        return Arrays.equals(in, localStart, nameEnd, local, 0, local.length);
    }

    String localName() {
        return new String(in, localStart, nameEnd - localStart, StandardCharsets.UTF_8);
    }

    /** Whether the last start tag, that of the root, is in a namespace. */
    boolean isRootInNamespace() {
        return localStart > nameStart || attributes.hasDefaultNamespace();
    }

    /** The attribute of the last start tag that a model's name means, or null. */
    String attribute(boolean qualified, byte[] local) {
        int index = attributes.find(qualified, local);
        if (index < 0) {
            return null;
        }
        ByteSink value = new ByteSink();
        XmlReferences.decode(in, value, attributes.valueStart(index), attributes.valueEnd(index), true, true);
        return new String(value.bytes(), 0, value.size(), StandardCharsets.UTF_8);
    }

    private int end() {
        if (depth > 0) {
            int name = open[depth * 2 - 2];
            throw fault("document that ends inside of the element "
                    + ValueFault.shown(new String(in, name, open[depth * 2 - 1] - name, StandardCharsets.UTF_8)), pos);
        }
        if (!rootSeen) {
            throw fault("document without an element", pos);
        }
        return END_OF_DOCUMENT;
    }

    private int leave() {
        depth--;
        attributes.leave(depth);
        return END;
    }

    /**
     * {@code <?xml version="1.0" encoding="…"?>}: what it says does not matter, but a mangled one is a mangled
     * document.
     */
    private void readDeclaration() {
        int start = pos;
        pos += DECLARATION.length;
        boolean space = skipSpaces();
        for (int i = 0; current() != '?'; i++) {
            readAttribute();
            boolean known = i == 0 ? isNamed(VERSION) : isNamed(ENCODING) || isNamed(STANDALONE);
            if (!space || !known) {
                throw fault("XML declaration that is none", start);
            }
            space = skipSpaces();
        }
        pos++;
        expect('>');
        if (attributes.find(false, VERSION) < 0) {
            throw fault("XML declaration without a version", start);
        }
    }

    private int readStartTag() {
        if (depth == 0 && rootSeen) {
            throw fault("second root element", pos);
        }
        if (depth == MAX_DEPTH) {
            throw fault("more than " + MAX_DEPTH + " elements inside of each other", pos);
        }
        rootSeen = true;
        pos++;
        readName();
        attributes.clear();
        if (pos < in.length && in[pos] == '>') {
            pos++;
        } else {
            readTagRest();
        }
        if (open.length == depth * 2) {
            open = Arrays.copyOf(open, open.length * 2);
        }
        open[depth * 2] = nameStart;
        open[depth * 2 + 1] = nameEnd;
        depth++;
        attributes.resolve(nameStart, localStart, depth);
        return START;
    }

    /** Reads attributes and the end of the tag; the name stays that of the element. */
    private void readTagRest() {
        int start = nameStart;
        int local = localStart;
        int end = nameEnd;
        readAttributes();
        nameStart = start;
        localStart = local;
        nameEnd = end;
    }

    private void readAttributes() {
        while (true) {
            boolean space = skipSpaces();
            byte c = current();
            if (c == '>') {
                pos++;
                return;
            }
            if (c == '/') {
                pos++;
                expect('>');
                closing = true;
                return;
            }
            if (!space) {
                throw fault("character that does not belong into a tag", pos);
            }
            readAttribute();
        }
    }

    private void readAttribute() {
        readName();
        skipSpaces();
        expect('=');
        skipSpaces();
        byte quote = current();
        if (quote != '"' && quote != '\'') {
            throw fault("attribute without quotes", pos);
        }
        int value = ++pos;
        while (current() != quote) {
            if (in[pos] == '<') {
                throw fault("< in an attribute", pos);
            }
            if (in[pos] == '&') {
                int end = XmlReferences.end(in, pos, in.length);
                XmlReferences.character(in, pos, end);
                pos = end;
            } else {
                pos++;
            }
        }
        attributes.add(nameStart, localStart, nameEnd, value, pos++);
    }

    private int readEndTag() {
        int start = pos;
        pos += 2;
        if (depth == 0) {
            throw fault("end tag without a start tag", start);
        }
        int name = open[depth * 2 - 2];
        int length = open[depth * 2 - 1] - name;
        if (in.length - pos <= length || !Arrays.equals(in, pos, pos + length, in, name, name + length)) {
            throw fault("end tag that does not belong to the element "
                    + ValueFault.shown(new String(in, name, length, StandardCharsets.UTF_8)), start);
        }
        pos += length;
        skipSpaces();
        expect('>');
        return leave();
    }

    private void readText() {
        byte[] bytes = in;
        int start = pos;
        int i = start;
        boolean plain = true;
        while (true) {
            while (i < bytes.length && !SPECIAL[bytes[i] & 0xff]) {
                i++;
            }
            if (i == bytes.length || bytes[i] == '<') {
                break;
            }
            if (bytes[i] == '&') {
                plain = false;
                i = XmlReferences.end(bytes, i, bytes.length);
                continue;
            }
            if (bytes[i] == '\r') {
                plain = false;
            } else if (i + 2 < bytes.length && bytes[i + 1] == ']' && bytes[i + 2] == '>') {
                throw fault("]]> in text", i);
            }
            i++;
        }
        pos = i;
        show(start, i, plain, true);
    }

    /** What ends a run of text that is what it looks like. */
    private static boolean[] special() {
        boolean[] table = new boolean[256];
        for (char c : "<&]\r".toCharArray()) {
            table[c] = true;
        }
        return table;
    }

    /** Reads a CDATA section, or skips a comment and tells so. */
    private boolean readCdata() {
        if (startsWith(COMMENT)) {
            int dashes = indexAfter("--", pos + COMMENT.length);
            if (dashes == in.length || in[dashes] != '>') {
                throw fault("-- in a comment", dashes);
            }
            pos = dashes + 1;
            return false;
        }
        if (startsWith(DOCTYPE)) {
            throw fault("document type, which is not accepted,", pos);
        }
        if (depth == 0 || !startsWith(CDATA)) {
            throw fault("<! that begins nothing known", pos);
        }
        int start = pos + CDATA.length;
        int end = indexAfter("]]>", start);
        boolean plain = true;
        for (int i = start; i < end && plain; i++) {
            plain = in[i] != '\r';
        }
        show(start, end - 3, plain, false);
        pos = end;
        return true;
    }

    private void skipInstruction() {
        int start = pos;
        pos += 2;
        readName();
        boolean isDeclaration = nameEnd - nameStart == 3 && (in[nameStart] | 0x20) == 'x'
                && (in[nameStart + 1] | 0x20) == 'm' && (in[nameStart + 2] | 0x20) == 'l';
        if (isDeclaration) {
            throw fault("XML declaration that is not at the beginning", start);
        }
        if (current() != '?' && !isSpace(in[pos])) {
            throw fault("processing instruction without a name", start);
        }
        pos = indexAfter("?>", pos);
    }

    private void show(int start, int end, boolean plain, boolean references) {
        if (plain) {
            text = in;
            textStart = start;
            textEnd = end;
            return;
        }
        decoded = decoded == null ? new ByteSink() : decoded;
        decoded.clear();
        XmlReferences.decode(in, decoded, start, end, references, false);
        show(decoded);
    }

    private void show(ByteSink sink) {
        text = sink.bytes();
        textStart = 0;
        textEnd = sink.size();
    }
}
