package org.tucuxi.event;

import java.util.Collections;
import java.util.Map;

/** An event with a name and arguments of the user's own. Stability: public. */
public final class GenericEvent extends Event<Object> {

    private final Map<String, Object> arguments;

    /**
     * Makes an event.
     *
     * @param name the event name, parts separated by dots
     * @param arguments its arguments; the map itself is not copied
     */
    public GenericEvent(String name, Map<String, ?> arguments) {
        super(name);
        this.arguments = Collections.unmodifiableMap(arguments);
    }

    @Override
    public Map<String, Object> arguments() {
        return arguments;
    }

    @Override
    public Class<?> answerType() {
        return Object.class;
    }
}
