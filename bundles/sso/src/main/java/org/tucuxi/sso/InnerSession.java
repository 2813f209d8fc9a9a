package org.tucuxi.sso;

import java.util.Map;
import java.util.function.Supplier;
import org.osgi.service.component.ComponentServiceObjects;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.Session;
import org.tucuxi.SessionFactory;
import org.tucuxi.UnsatisfiedException;
import org.tucuxi.config.Configuration;
import org.tucuxi.model.UnknownServiceException;
import org.tucuxi.signing.Signer;

/**
 * Calls with a session for this one call, which has the configuration of the session that needs something.
 *
 * <p>The session factory is looked up for each call: it is itself made of the credentials' bundle, and a reference that
 * is there from the start would close a circle.
 */
final class InnerSession implements CallsService {

    private final Supplier<ComponentServiceObjects<SessionFactory>> factories;

    InnerSession(Supplier<ComponentServiceObjects<SessionFactory>> factories) {
        this.factories = factories;
    }

    @Override
    public Map<String, Object> call(Configuration configuration, ServiceCall call) {
        ComponentServiceObjects<SessionFactory> found = factories.get();
        SessionFactory factory = found == null ? null : found.getService();
        if (factory == null) {
            throw new UnsatisfiedException("There are no sessions to call " + call + " with: the bundle "
                    + "org.tucuxi.client is missing or not started, or org.tucuxi.sso was stopped meanwhile");
        }
        try {
            return call(factory, configuration, call);
        } finally {
            found.ungetService(factory);
        }
    }

    private static Map<String, Object> call(SessionFactory factory, Configuration configuration, ServiceCall call) {
        ClientConfig config =
                ClientConfig.builder().regionName(call.region()).signatureVersion(Signer.UNSIGNED).build();
        try (Session session = factory.builder().name("sso credentials").configuration(configuration).build();
                Client client = session.client(call.service(), config)) {
            return client.call(call.operation(), call.parameters());
        } catch (UnknownServiceException e) {
            throw new UnsatisfiedException("There is no model to call " + call + " with: the bundle "
                    + "org.tucuxi.services." + call.service() + " is missing or not started", e);
        }
    }
}
