package org.tucuxi.emitter;

import java.util.ArrayList;
import java.util.List;
import org.tucuxi.event.EmissionObserver;

/** Who observes one emitter, and through its parent those it was copied from. Holds no emitter. */
final class Observers {

    private static final EmissionObserver[] NONE = {};

    private final Observers parent;
    private volatile List<EmissionObserver> own = List.of();

    Observers(Observers parent) {
        this.parent = parent;
    }

    synchronized void add(EmissionObserver observer) {
        List<EmissionObserver> more = new ArrayList<>(own);
        more.add(observer);
        own = List.copyOf(more);
    }

    synchronized void remove(EmissionObserver observer) {
        List<EmissionObserver> fewer = new ArrayList<>(own);
        fewer.remove(observer);
        own = List.copyOf(fewer);
    }

    /** Those of the emitter's ancestors first. */
    EmissionObserver[] all() {
        if (parent == null && own.isEmpty()) {
            return NONE;
        }
        List<EmissionObserver> all = new ArrayList<>();
        collect(all);
        return all.isEmpty() ? NONE : all.toArray(NONE);
    }

    private void collect(List<EmissionObserver> all) {
        if (parent != null) {
            parent.collect(all);
        }
        all.addAll(own);
    }
}
