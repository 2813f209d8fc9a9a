package org.tucuxi.credentials.internal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialProvider;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.Expiry;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.PartialCredentialsException;
import org.tucuxi.credentials.TemporaryCredentials;

/**
 * Credentials of environment variables. With {@code AWS_CREDENTIAL_EXPIRATION} they are read anew before they end. An
 * empty variable counts as not set.
 */
@Component
public final class EnvironmentCredentials implements CredentialProvider {

    private static final String ACCESS_KEY = "AWS_ACCESS_KEY_ID";
    private static final String SECRET_KEY = "AWS_SECRET_ACCESS_KEY";
    private static final String EXPIRATION = "AWS_CREDENTIAL_EXPIRATION";

    private final Clock clock;

    /** For the component runtime. */
    @Activate
    public EnvironmentCredentials() {
        this(Clock.systemUTC());
    }

    EnvironmentCredentials(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return ReferenceProvider.ENV.text();
    }

    @Override
    public String canonicalName() {
        return "Environment";
    }

    @Override
    public CredentialAnswer load(Configuration configuration) {
        Map<String, String> environment = configuration.environment();
        if (value(environment, ACCESS_KEY) == null) {
            return CredentialAnswer.none(ACCESS_KEY + " is not set");
        }
        FrozenCredentials keys = keys(environment);
        String expiration = value(environment, EXPIRATION);
        if (expiration == null) {
            return CredentialAnswer.found(Credentials.of(keys.accessKey(), keys.secretKey(), keys.token(),
                    keys.accountId(), name()));
        }
        return CredentialAnswer.found(RefreshableCredentials.of(name(),
                new TemporaryCredentials(keys, time(expiration)), () -> again(environment), clock));
    }

    private TemporaryCredentials again(Map<String, String> environment) {
        return new TemporaryCredentials(keys(environment), time(required(environment, EXPIRATION)));
    }

    private FrozenCredentials keys(Map<String, String> environment) {
        String token = value(environment, "AWS_SECURITY_TOKEN");
        return new FrozenCredentials(required(environment, ACCESS_KEY), required(environment, SECRET_KEY),
                token != null ? token : value(environment, "AWS_SESSION_TOKEN"), value(environment, "AWS_ACCOUNT_ID"));
    }

    private String required(Map<String, String> environment, String variable) {
        String value = value(environment, variable);
        if (value == null) {
            throw new PartialCredentialsException("Partial credentials found in " + name() + ", missing: " + variable);
        }
        return value;
    }

    private static String value(Map<String, String> environment, String variable) {
        String value = environment.get(variable);
        return value == null || value.isEmpty() ? null : value;
    }

    /** The text is not repeated in the error: it may be a secret in the wrong place. */
    private static Instant time(String text) {
        try {
            return Expiry.parse(text);
        } catch (DateTimeException e) {
            throw new CredentialRetrievalException("Error when retrieving credentials from env: " + EXPIRATION
                    + " is not a time such as 2026-01-31T12:00:00Z");
        }
    }
}
