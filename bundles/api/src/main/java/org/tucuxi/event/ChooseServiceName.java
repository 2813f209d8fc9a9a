package org.tucuxi.event;

import java.util.Map;

/**
 * {@code choose-service-name}: the first step of making a client.
 *
 * <p><b>When:</b> on the session, once for each client that is made.
 * <p><b>May change:</b> nothing in place.
 * <p><b>Answer:</b> the first that is not null replaces the client name. <b>Error:</b> no client is made; it reaches the caller.
 * <p><b>Stability:</b> internal.
 */
public final class ChooseServiceName extends Event<String> {

    private final String serviceName;

    /**
     * Makes the event.
     *
     * @param name the full event name
     * @param serviceName the name given to {@link org.tucuxi.Session#client(String)}
     */
    public ChooseServiceName(String name, String serviceName) {
        super(name);
        this.serviceName = serviceName;
    }

    /**
     * The name given to {@link org.tucuxi.Session#client(String)}.
     *
     * @return the argument {@code service_name}
     */
    public String serviceName() {
        return serviceName;
    }

    @Override
    public Map<String, Object> arguments() {
        return Arguments.of("service_name", serviceName);
    }

    @Override
    public Class<?> answerType() {
        return String.class;
    }
}
