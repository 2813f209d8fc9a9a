package org.tucuxi.assumerole;

import java.util.Map;
import org.tucuxi.ClientConfig;
import org.tucuxi.Session;
import org.tucuxi.SessionFactory;
import org.tucuxi.UnsatisfiedException;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.model.UnknownServiceException;

/**
 * Calls STS in a session that lives for the one call: roles last for an hour, connections need not.
 *
 * @param services where the session comes from
 * @param configuration how STS is called
 */
record StsCall(Services services, Configuration configuration) {

    private static final String SESSION_NAME = "org.tucuxi.assumerole";

    /** Calls with the credentials as they are now. */
    Map<String, Object> signed(Credentials source, String operation, Map<String, ?> parameters) {
        FrozenCredentials keys = source.freeze();
        Credentials fixed = Credentials.of(keys.accessKey(), keys.secretKey(), keys.token(), keys.accountId(),
                source.method());
        return call(builder().credentials(fixed), ClientConfig.EMPTY, operation, parameters);
    }

    /** Calls without credentials. */
    Map<String, Object> unsigned(String operation, Map<String, ?> parameters) {
        return call(builder(), ClientConfig.builder().signatureVersion("unsigned").build(), operation, parameters);
    }

    private SessionFactory.Builder builder() {
        return services.sessions().builder().name(SESSION_NAME).configuration(configuration);
    }

    private static Map<String, Object> call(SessionFactory.Builder builder, ClientConfig config, String operation,
            Map<String, ?> parameters) {
        try (Session session = builder.build()) {
            return session.client("sts", config).call(operation, parameters);
        } catch (UnknownServiceException e) {
            throw new UnsatisfiedException("Assuming a role calls AWS STS, and no bundle brings its model: install and"
                    + " start org.tucuxi.services.sts (in Karaf the feature tucuxi-sts)", e);
        }
    }
}
