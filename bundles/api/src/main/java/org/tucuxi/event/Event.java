package org.tucuxi.event;

import java.util.Map;
import java.util.Objects;

/**
 * One emission: its name, and the arguments that handlers may read and, where the event's class says so, change.
 *
 * <p>Arguments keep boto3's names ({@code params}, {@code request_signer}, …); each event's class adds typed accessors.
 * Mutable arguments are shared by all handlers of the emission and by the emitting code, so handlers work by changing them
 * in place. An event object belongs to the thread that emits it.
 *
 * @param <R> what a handler may answer; {@link Void} where the answer is ignored
 */
public abstract class Event<R> {

    private String name;

    /**
     * Makes an event.
     *
     * @param name the full event name, parts separated by dots, without wildcards
     */
    protected Event(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * The concrete name that is emitted, after the alias table was applied: {@code event_name} in boto3.
     *
     * @return for example {@code before-call.s3.ListBuckets}
     */
    public final String name() {
        return name;
    }

    /**
     * Called by an emitter before the handlers run, when its alias table rewrites the name; not for handlers.
     *
     * @param emittedName the name under which handlers are looked up
     */
    public final void emittedAs(String emittedName) {
        this.name = Objects.requireNonNull(emittedName, "emittedName");
    }

    /**
     * One argument by boto3's name.
     *
     * @param argument for example {@code params}
     * @return its value, or null when the event has no such argument or the argument is null
     */
    public Object get(String argument) {
        return arguments().get(argument);
    }

    /**
     * All arguments by boto3's names, in the order of the reference, without {@code event_name}.
     *
     * @return an unmodifiable map; values may be null and are the live objects, not copies
     */
    public abstract Map<String, Object> arguments();

    /**
     * The type that an answer must have.
     *
     * @return the class of {@code R}; {@link Void} where answers are ignored, {@link Object} where any is allowed
     */
    public abstract Class<?> answerType();

    @Override
    public String toString() {
        return getClass().getSimpleName() + '(' + name + ')';
    }
}
