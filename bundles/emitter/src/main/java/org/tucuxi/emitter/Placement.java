package org.tucuxi.emitter;

import java.util.Comparator;

/**
 * A handler component at one node.
 *
 * @param component the component
 * @param ranking its service ranking when it was placed
 * @param serviceId its service id
 */
record Placement(HandlerComponent component, int ranking, long serviceId) {

    /** Higher ranking first, then the older service. */
    static final Comparator<Placement> ORDER =
            Comparator.comparingInt(Placement::ranking).reversed().thenComparingLong(Placement::serviceId);
}
