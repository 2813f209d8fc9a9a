package org.tucuxi.event;

import java.util.Map;
import org.tucuxi.Client;

/**
 * {@code getattr.{sid}.{attribute}}: a client was asked for a method it does not have.
 *
 * <p><b>When:</b> on the client's emitter, when {@link org.tucuxi.Client#invoke(String, Object...)} or {@code call} knows no operation and no
 * added method of that name.
 * <p><b>May change:</b> nothing in place.
 * <p><b>Answer:</b> until the first: a {@link org.tucuxi.ClientMethod} is called; a String names the method or operation to use
 * instead; anything else is the value of {@code invoke}. Without an answer the caller gets the missing-attribute error.
 * <b>Error:</b> reaches the caller.
 * <p><b>Stability:</b> internal.
 */
public final class GetAttribute extends Event<Object> {

    private final Client client;

    /**
     * Makes the event.
     *
     * @param name the full event name
     * @param client the client that was asked
     */
    public GetAttribute(String name, Client client) {
        super(name);
        this.client = client;
    }

    /**
     * The client that was asked.
     *
     * @return the argument {@code client}
     */
    public Client client() {
        return client;
    }

    @Override
    public Map<String, Object> arguments() {
        return Arguments.of("client", client);
    }

    @Override
    public Class<?> answerType() {
        return Object.class;
    }
}
