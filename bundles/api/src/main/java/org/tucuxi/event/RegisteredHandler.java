package org.tucuxi.event;

/**
 * A handler that code has registered on an emitter.
 *
 * @param name the name or pattern, after the alias table was applied
 * @param section its section of the node
 * @param uniqueId its unique id, or null when it has none
 * @param handler the handler
 */
public record RegisteredHandler(String name, Section section, String uniqueId, EventHandler<?, ?> handler) {
}
