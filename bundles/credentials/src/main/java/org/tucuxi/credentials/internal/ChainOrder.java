package org.tucuxi.credentials.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts providers in order: the reference's in theirs, with a gap for each that is not installed; the others behind the
 * one they name, or first of all, or at the end. A provider that names one that is nowhere goes to the end.
 */
final class ChainOrder {

    private static final String FIRST_OF_ALL = "";

    private final List<InstalledProvider> byRanking;
    private final List<Slot> slots = new ArrayList<>();
    private final Set<Long> placed = new HashSet<>();

    private ChainOrder(Collection<InstalledProvider> installed) {
        byRanking = new ArrayList<>(installed);
        byRanking.sort(InstalledProvider.ORDER);
    }

    static List<Slot> of(Collection<InstalledProvider> installed) {
        return new ChainOrder(installed).order();
    }

    private List<Slot> order() {
        placeBehind(FIRST_OF_ALL);
        for (ReferenceProvider reference : ReferenceProvider.values()) {
            placeReference(reference.text());
            placeBehind(reference.text());
        }
        for (InstalledProvider one : byRanking) {
            if (one.after() == null) {
                place(one);
            }
        }
        byRanking.forEach(this::place);
        return List.copyOf(slots);
    }

    private void placeReference(String name) {
        boolean isThere = false;
        for (InstalledProvider one : byRanking) {
            if (one.name().equals(name)) {
                isThere = true;
                placed.add(one.serviceId());
                slots.add(new Slot(name, one.provider(), null));
            }
        }
        if (!isThere) {
            slots.add(new Slot(name, null, null));
        }
    }

    private void placeBehind(String name) {
        for (InstalledProvider one : byRanking) {
            if (name.equals(one.after())) {
                place(one);
            }
        }
    }

    private void place(InstalledProvider one) {
        if (ReferenceProvider.named(one.name()).isEmpty() && placed.add(one.serviceId())) {
            slots.add(new Slot(one.name(), one.provider(), null));
            placeBehind(one.name());
        }
    }
}
