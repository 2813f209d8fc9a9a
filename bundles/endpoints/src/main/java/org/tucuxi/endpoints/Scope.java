package org.tucuxi.endpoints;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The variables that a rule sees, and their slots. A scope inside another sees what the outer one has at that time;
 * what it adds ends with it. Slots of scopes that are not inside each other overlap.
 */
final class Scope {

    private final Scope outer;
    private final Frame frame;
    private final Map<String, Integer> own = new HashMap<>();
    private int next;

    private Scope(Scope outer, Frame frame, int next) {
        this.outer = outer;
        this.frame = frame;
        this.next = next;
    }

    static Scope document() {
        return new Scope(null, new Frame(), 0);
    }

    Scope inner() {
        return new Scope(this, frame, next);
    }

    /** The slot of a new variable. */
    int add(String name, Place place) {
        if (find(name) >= 0) {
            throw place.broken("there is a variable " + name + " already, and it cannot be assigned again");
        }
        int slot = next++;
        frame.size = Math.max(frame.size, next);
        own.put(name, slot);
        return slot;
    }

    /** The slot of a variable that is read. */
    int read(String name, Place place) {
        int slot = find(name);
        if (slot < 0) {
            throw place.broken("there is no variable " + name + " here");
        }
        frame.read.set(slot);
        return slot;
    }

    /** How many slots an evaluation needs. */
    int frameSize() {
        return frame.size;
    }

    /** Whether anything reads a slot. */
    boolean isRead(int slot) {
        return frame.read.get(slot);
    }

    private int find(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Integer slot = scope.own.get(name);
            if (slot != null) {
                return slot;
            }
        }
        return -1;
    }

    /** What all scopes of a document share. */
    private static final class Frame {

        private final BitSet read = new BitSet();
        private int size;
    }
}
