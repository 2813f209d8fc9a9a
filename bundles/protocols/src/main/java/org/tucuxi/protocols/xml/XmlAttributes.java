package org.tucuxi.protocols.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The attributes of the start tag that was read last, as places in the document, and the prefixes that are in scope.
 */
final class XmlAttributes {

    /**
     * More than any document of a service has; beyond it, comparing names would cost more than the document is worth.
     */
    private static final int MAX_ATTRIBUTES = 128;
    private static final int MAX_PREFIXES = 128;
    private static final byte[] XMLNS = "xmlns".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] XML = "xml".getBytes(StandardCharsets.US_ASCII);
    private static final int NAME = 0;
    private static final int LOCAL = 1;
    private static final int NAME_END = 2;
    private static final int VALUE = 3;
    private static final int VALUE_END = 4;
    private static final int FIELDS = 5;

    private final byte[] in;
    private int[] places = new int[FIELDS * 4];
    private int count;
    /** Start and end of a declared prefix and the depth of its element. */
    private int[] prefixes = new int[3 * 4];
    private int prefixCount;

    XmlAttributes(byte[] in) {
        this.in = in;
    }

    void clear() {
        count = 0;
    }

    void add(int name, int local, int nameEnd, int value, int valueEnd) {
        if (count == MAX_ATTRIBUTES) {
            throw XmlCursor.fault("more than " + MAX_ATTRIBUTES + " attributes", name);
        }
        for (int i = 0; i < count; i++) {
            if (Arrays.equals(in, at(i, NAME), at(i, NAME_END), in, name, nameEnd)) {
                throw XmlCursor.fault("attribute given twice", name);
            }
        }
        if (places.length == count * FIELDS) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        int base = count++ * FIELDS;
        places[base + NAME] = name;
        places[base + LOCAL] = local;
        places[base + NAME_END] = nameEnd;
        places[base + VALUE] = value;
        places[base + VALUE_END] = valueEnd;
    }

    /** Takes the declarations of prefixes in, then checks that each prefix of the tag is declared. */
    void resolve(int elementName, int elementLocal, int depth) {
        for (int i = 0; i < count; i++) {
            if (isPrefixDeclaration(i)) {
                declare(at(i, LOCAL), at(i, NAME_END), depth);
            }
        }
        requireDeclared(elementName, elementLocal);
        for (int i = 0; i < count; i++) {
            if (!isPrefixDeclaration(i)) {
                requireDeclared(at(i, NAME), at(i, LOCAL));
            }
        }
    }

    /** Forgets the prefixes of elements that are deeper than {@code depth}. */
    void leave(int depth) {
        while (prefixCount > 0 && prefixes[prefixCount * 3 - 1] > depth) {
            prefixCount--;
        }
    }

    /** Whether the tag puts unprefixed names into a namespace. */
    boolean hasDefaultNamespace() {
        for (int i = 0; i < count; i++) {
            if (Arrays.equals(in, at(i, NAME), at(i, NAME_END), XMLNS, 0, XMLNS.length)) {
                return at(i, VALUE_END) > at(i, VALUE);
            }
        }
        return false;
    }

    /**
     * The place of the attribute that a model's name means: a name with a prefix means one of that local name in any
     * namespace, because documents choose prefixes as they like.
     *
     * @param qualified whether the model's name has a prefix
     * @param local the model's name without it
     * @return its index, or -1
     */
    int find(boolean qualified, byte[] local) {
        for (int i = 0; i < count; i++) {
            boolean prefixed = at(i, LOCAL) > at(i, NAME);
            if (prefixed == qualified && !isPrefixDeclaration(i)
                    && Arrays.equals(in, at(i, LOCAL), at(i, NAME_END), local, 0, local.length)) {
                return i;
            }
        }
        return -1;
    }

    int prefixCount() {
        return prefixCount;
    }

    /** Goes back to a count that was true before; what was declared then still stands in its place. */
    void prefixCount(int earlier) {
        prefixCount = earlier;
    }

    int valueStart(int index) {
        return at(index, VALUE);
    }

    int valueEnd(int index) {
        return at(index, VALUE_END);
    }

    private int at(int index, int field) {
        return places[index * FIELDS + field];
    }

    private boolean isPrefixDeclaration(int index) {
        int local = at(index, LOCAL);
        int name = at(index, NAME);
        return local > name && Arrays.equals(in, name, local - 1, XMLNS, 0, XMLNS.length);
    }

    private void declare(int start, int end, int depth) {
        if (prefixCount == MAX_PREFIXES) {
            throw XmlCursor.fault("more than " + MAX_PREFIXES + " namespaces at once", start);
        }
        if (prefixes.length == prefixCount * 3) {
            prefixes = Arrays.copyOf(prefixes, prefixes.length * 2);
        }
        int base = prefixCount++ * 3;
        prefixes[base] = start;
        prefixes[base + 1] = end;
        prefixes[base + 2] = depth;
    }

    private void requireDeclared(int name, int local) {
        if (local == name || Arrays.equals(in, name, local - 1, XML, 0, XML.length)) {
            return;
        }
        for (int i = 0; i < prefixCount; i++) {
            if (Arrays.equals(in, name, local - 1, in, prefixes[i * 3], prefixes[i * 3 + 1])) {
                return;
            }
        }
        throw XmlCursor.fault("prefix that is not declared", name);
    }
}
