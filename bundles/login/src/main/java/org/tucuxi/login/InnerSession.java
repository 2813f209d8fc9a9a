package org.tucuxi.login;

import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.osgi.service.component.ComponentServiceObjects;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.Session;
import org.tucuxi.SessionFactory;
import org.tucuxi.UnsatisfiedException;
import org.tucuxi.config.Configuration;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.model.UnknownServiceException;
import org.tucuxi.signing.Signer;

/**
 * Calls with a session for this one call, which has the configuration of the session that needs credentials.
 *
 * <p>The session factory is looked up for each call: it is itself made of the credentials' bundle, and a reference that
 * is there from the start would close a circle.
 */
final class InnerSession implements CreatesTokens {

    private static final String SERVICE = "signin";
    private static final String OPERATION = "CreateOAuth2Token";

    private final Supplier<ComponentServiceObjects<SessionFactory>> factories;

    InnerSession(Supplier<ComponentServiceObjects<SessionFactory>> factories) {
        this.factories = factories;
    }

    @Override
    public Map<String, Object> call(Configuration configuration, Map<String, String> tokenInput,
            UnaryOperator<String> proof) {
        ComponentServiceObjects<SessionFactory> found = factories.get();
        SessionFactory factory = found == null ? null : found.getService();
        if (factory == null) {
            throw new UnsatisfiedException("There are no sessions to call signin:CreateOAuth2Token with: the bundle "
                    + "org.tucuxi.client is missing or not started, or org.tucuxi.login was stopped meanwhile");
        }
        ClientConfig config = ClientConfig.builder().signatureVersion(Signer.UNSIGNED).build();
        try (Session session = factory.builder().name("login credentials").configuration(configuration).build();
                Client client = session.client(SERVICE, config)) {
            client.meta().events().register("before-call." + SERVICE + '.' + OPERATION, addProof(proof));
            return client.call(OPERATION, Map.of("tokenInput", tokenInput));
        } catch (UnknownServiceException e) {
            throw new UnsatisfiedException("There is no model to call signin:CreateOAuth2Token with: the bundle "
                    + "org.tucuxi.services.signin is missing or not started", e);
        } finally {
            found.ungetService(factory);
        }
    }

    private static EventHandler<BeforeCall, BeforeCall.Answer> addProof(UnaryOperator<String> proof) {
        return event -> {
            event.params().headers().put("DPoP", proof.apply(event.params().url()));
            return null;
        };
    }
}
