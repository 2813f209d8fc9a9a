package org.tucuxi.emitter;

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

    /** For people: the component and its bundle. */
    String label() {
        return description.info().component() + " (" + description.info().bundle() + ')';
    }
}
