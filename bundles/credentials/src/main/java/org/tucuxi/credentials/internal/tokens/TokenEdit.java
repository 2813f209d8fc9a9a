package org.tucuxi.credentials.internal.tokens;

import java.util.List;
import org.tucuxi.credentials.TokenProvider;

/**
 * What a program changed in a session's chain of tokens. Edits are kept and made again when providers come or go, so
 * that a removed provider stays out and an inserted one keeps its place.
 */
sealed interface TokenEdit {

    void apply(List<TokenSlot> slots);

    /** Inserts before or after a name; at the end when that one has gone since. */
    record Insert(String anchor, boolean before, String name, TokenProvider provider) implements TokenEdit {

        @Override
        public void apply(List<TokenSlot> slots) {
            int at = TokenSlot.indexOf(slots, anchor);
            slots.add(at < 0 ? slots.size() : before ? at : at + 1, new TokenSlot(name, provider));
        }
    }

    /** Removes the first of a name. */
    record Remove(String name) implements TokenEdit {

        @Override
        public void apply(List<TokenSlot> slots) {
            int at = TokenSlot.indexOf(slots, name);
            if (at >= 0) {
                slots.remove(at);
            }
        }
    }
}
