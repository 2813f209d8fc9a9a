package org.tucuxi.credentials.internal;

import java.util.List;
import org.tucuxi.credentials.CredentialProvider;

/**
 * What a program changed in a session's chain. Edits are kept and made again when providers come or go, so that a
 * removed provider stays out and an inserted one keeps its place.
 */
sealed interface Edit {

    void apply(List<Slot> slots);

    static int indexOf(List<Slot> slots, String name) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Inserts before or after a name; at the end when that one has gone since. */
    record Insert(String anchor, boolean before, String name, CredentialProvider provider) implements Edit {

        @Override
        public void apply(List<Slot> slots) {
            int at = indexOf(slots, anchor);
            slots.add(at < 0 ? slots.size() : before ? at : at + 1, new Slot(name, provider, null));
        }
    }

    /** Removes the first of a name. */
    record Remove(String name) implements Edit {

        @Override
        public void apply(List<Slot> slots) {
            int at = indexOf(slots, name);
            if (at >= 0) {
                slots.remove(at);
            }
        }
    }
}
