package org.tucuxi.event;

import org.osgi.annotation.versioning.ProviderType;

/**
 * One concrete event name on one emitter, with its handlers resolved: how code that emits the same event often does so
 * fast. Any change of registrations, by code or by OSGi, is felt by the next emission. Safe for use by many threads.
 */
@ProviderType
public interface EventSlot {

    /**
     * The name that is emitted, after the alias table was applied.
     *
     * @return the concrete event name
     */
    String name();

    /**
     * Whether nobody listens; then the caller need not even build the event. Costs one volatile read.
     *
     * @return true when an emission would call nobody
     */
    boolean isEmpty();

    /**
     * Runs every handler and ignores the answers.
     *
     * @param event the event, made with this slot's {@link #name()}
     */
    void fire(Event<?> event);

    /**
     * Runs every handler.
     *
     * @param event the event, made with this slot's {@link #name()}
     * @param <R> the answer's type
     * @return the first answer that is not null, or null
     */
    <R> R first(Event<R> event);

    /**
     * Runs handlers in order until one answers.
     *
     * @param event the event, made with this slot's {@link #name()}
     * @param <R> the answer's type
     * @return the first answer that is not null, or null
     */
    <R> R untilAnswer(Event<R> event);
}
