package org.tucuxi.event;

/**
 * The three sections of one node of the event hierarchy. Order is local to the node: a handler in the last section of
 * {@code x.y} still runs before one in the first section of {@code x}.
 */
public enum Section {
    /** Runs before the other sections of the node. */
    FIRST,
    /** Where {@link Emitter#register(String, EventHandler)} puts a handler. */
    MIDDLE,
    /** Runs after the other sections of the node. */
    LAST
}
