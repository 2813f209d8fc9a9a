package org.tucuxi.emitter;

import java.util.ArrayList;
import java.util.List;
import org.tucuxi.event.EmitterFactory.HandlerInfo;
import org.tucuxi.event.EventHandler;

/**
 * One handler service while it is there. Its description changes with its service properties; its gate does not, so
 * that a change of properties needs no waiting.
 */
final class HandlerComponent {

    private final EventHandler<?, ?> handler;
    private final Gate gate = new Gate();
    private volatile HandlerDescription description;
    private volatile boolean gone;
    private volatile String slow;

    HandlerComponent(EventHandler<?, ?> handler, HandlerDescription description) {
        this.handler = handler;
        this.description = description;
    }

    EventHandler<?, ?> handler() {
        return handler;
    }

    Gate gate() {
        return gate;
    }

    HandlerDescription description() {
        return description;
    }

    void describe(HandlerDescription changed) {
        description = changed;
    }

    /** Whether unbinding has returned: then even an emission that was not waited for must pass it over. */
    boolean isGone() {
        return gone;
    }

    void goneNow() {
        gone = true;
    }

    /** Remembers that it was slow, for those who list handlers. */
    void noteSlow(String report) {
        slow = report;
    }

    /** The description for others, with what was seen of the component since. */
    HandlerInfo info() {
        HandlerInfo info = description.info();
        if (slow == null) {
            return info;
        }
        List<String> notes = new ArrayList<>(info.notes());
        notes.add(slow);
        return new HandlerInfo(info.component(), info.bundleId(), info.bundle(), info.serviceId(), info.patterns(),
                info.section(), info.ranking(), info.sessionTargets(), info.rejection(), List.copyOf(notes));
    }

    /** For people: the component and its bundle. */
    String label() {
        return description.info().component() + " (" + description.info().bundle() + ')';
    }
}
