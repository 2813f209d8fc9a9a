package org.tucuxi.emitter;

import java.util.ArrayList;
import java.util.List;

/**
 * The emissions that the current thread is in the middle of and that call handler components, outermost first. A
 * handler may stop its own bundle: unbinding must not wait for the very emission that it was called from.
 *
 * <p>The thread keeps a list of the JDK's own, empty between emissions, so nothing of this bundle stays on a pooled
 * thread.
 */
final class OwnEmissions {

    private static final ThreadLocal<List<Object>> SEQUENCES = ThreadLocal.withInitial(ArrayList::new);

    private OwnEmissions() {
    }

    static void begin(Sequence sequence) {
        SEQUENCES.get().add(sequence);
    }

    static void end() {
        List<Object> sequences = SEQUENCES.get();
        sequences.remove(sequences.size() - 1);
    }

    /** How many of this thread's emissions have entered the component's gate. */
    static int inside(HandlerComponent component) {
        int count = 0;
        for (Object sequence : SEQUENCES.get()) {
            if (((Sequence) sequence).calls(component)) {
                count++;
            }
        }
        return count;
    }
}
