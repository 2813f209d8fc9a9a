package org.tucuxi.protocols.result;

import java.util.Collection;
import org.tucuxi.model.ModelException;

/** The members of a structure and their places: shared by all results of that shape. Immutable. */
public final class StructureLayout {

    private final String[] names;
    private final short[] table;

    /**
     * Makes a layout.
     *
     * @param members the names of the members, in the order of the model
     * @throws ModelException when there are more than any model has
     */
    public StructureLayout(Collection<String> members) {
        names = members.toArray(String[]::new);
        if (names.length >= Short.MAX_VALUE) {
            throw new ModelException("A structure has " + names.length + " members; at most " + (Short.MAX_VALUE - 1)
                    + " have a place");
        }
        table = new short[Math.max(4, Integer.highestOneBit(names.length * 2) * 2)];
        for (int i = 0; i < names.length; i++) {
            int slot = slot(names[i]);
            while (table[slot] != 0) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = (short) (i + 1);
        }
    }

    /**
     * How many members there are.
     *
     * @return at least 0
     */
    public int size() {
        return names.length;
    }

    /**
     * The name of a member.
     *
     * @param index its place
     * @return its name
     */
    public String name(int index) {
        return names[index];
    }

    /**
     * The place of a member.
     *
     * @param name its name
     * @return its place, or -1 when there is none of that name
     */
    public int indexOf(Object name) {
        if (!(name instanceof String text)) {
            return -1;
        }
        for (int slot = slot(text); table[slot] != 0; slot = slot + 1 & table.length - 1) {
            if (names[table[slot] - 1].equals(text)) {
                return table[slot] - 1;
            }
        }
        return -1;
    }

    private int slot(String name) {
        int hash = name.hashCode();
        return (hash ^ hash >>> 16) & table.length - 1;
    }
}
