package org.tucuxi.protocols.cbor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The members of a structure by their names on the wire; looked up by the bytes of the document. */
final class MemberTable {

    private final Member[] slots;

    MemberTable(int members) {
        // Members may have two names each; half of the table stays empty.
        slots = new Member[Math.max(4, Integer.highestOneBit(members * 4) * 2)];
    }

    /**
     * A member of a structure.
     *
     * @param key its name on the wire
     * @param name its name in the model
     * @param index its place in the layout
     * @param reader reads its value
     */
    record Member(byte[] key, String name, int index, ValueReader reader) {
    }

    void add(String name, int index, ValueReader reader) {
        addUnlessTaken(name, name, index, reader);
    }

    /** Adds a member under a name on the wire, unless that is another's. */
    void addUnlessTaken(String wireName, String name, int index, ValueReader reader) {
        byte[] key = wireName.getBytes(StandardCharsets.UTF_8);
        int place = place(key, 0, key.length);
        while (slots[place] != null) {
            if (Arrays.equals(slots[place].key(), key)) {
                return;
            }
            place = place + 1 & slots.length - 1;
        }
        slots[place] = new Member(key, name, index, reader);
    }

    /** The member whose name is the text that was just read, or null. */
    Member find(CborReader in) {
        int place = place(in.textBytes(), in.textStart(), in.textEnd());
        for (Member member = slots[place]; member != null; member = slots[place]) {
            if (in.isText(member.key())) {
                return member;
            }
            place = place + 1 & slots.length - 1;
        }
        return null;
    }

    /**
     * Looks at four bytes only, however long a name is: names of one structure differ in them or in their length, and
     * what a document brings is only looked up, never put in.
     */
    private int place(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return 0;
        }
        int hash = length * 31 + bytes[from];
        hash = hash * 31 + bytes[from + (length >> 1)];
        hash = hash * 31 + bytes[to - 1];
        hash = hash * 31 + bytes[from + (length >> 2)];
        return (hash ^ hash >>> 7) & slots.length - 1;
    }
}
