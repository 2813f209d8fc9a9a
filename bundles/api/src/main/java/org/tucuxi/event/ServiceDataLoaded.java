package org.tucuxi.event;

import java.util.Map;
import org.tucuxi.Session;

/**
 * {@code service-data-loaded.{name}}: the raw data of a service was loaded through {@link Session#serviceData(String)}.
 *
 * <p><b>When:</b> on the session, each time the session is asked for raw service data; never by making a client. {@code {name}} is
 * the client name after the alias table, not the service id.
 * <p><b>May change:</b> the model map. It is the loader's cached object, so changes are seen by all clients made afterwards.
 * <p><b>Answer:</b> ignored. <b>Error:</b> reaches the caller of {@code serviceData}.
 * <p><b>Stability:</b> internal.
 */
public final class ServiceDataLoaded extends Event<Void> {

    private final Map<String, Object> serviceData;
    private final String serviceName;
    private final Session session;

    /**
     * Makes the event.
     *
     * @param name the full event name
     * @param serviceData the model as a map, which is the loader's cached object
     * @param serviceName the client name that was asked for
     * @param session the session
     */
    public ServiceDataLoaded(String name, Map<String, Object> serviceData, String serviceName, Session session) {
        super(name);
        this.serviceData = serviceData;
        this.serviceName = serviceName;
        this.session = session;
    }

    /**
     * The model as a map, which is the loader's cached object.
     *
     * @return the argument {@code service_data}
     */
    public Map<String, Object> serviceData() {
        return serviceData;
    }

    /**
     * The client name that was asked for.
     *
     * @return the argument {@code service_name}
     */
    public String serviceName() {
        return serviceName;
    }

    /**
     * The session.
     *
     * @return the argument {@code session}
     */
    public Session session() {
        return session;
    }

    @Override
    public Map<String, Object> arguments() {
        return Arguments.of("service_data", serviceData, "service_name", serviceName, "session", session);
    }

    @Override
    public Class<?> answerType() {
        return Void.class;
    }
}
