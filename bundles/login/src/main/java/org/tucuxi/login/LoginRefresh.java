package org.tucuxi.login;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.ClientException;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.Expiry;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.LoginException;
import org.tucuxi.credentials.LoginInsufficientPermissionsException;
import org.tucuxi.credentials.LoginRefreshRequiredException;
import org.tucuxi.credentials.LoginTokenLoadException;
import org.tucuxi.credentials.TemporaryCredentials;

/**
 * Gets new credentials for a sign-in. The file is read each time, as another process may have been faster; what comes
 * from AWS goes back into it, because a refresh token is good for one time.
 */
final class LoginRefresh implements Supplier<TemporaryCredentials> {

    private static final Logger LOG = LoggerFactory.getLogger(LoginRefresh.class);
    private static final Duration GOOD = Duration.ofMinutes(5);

    private final LoginFile file;
    private final Configuration configuration;
    private final CreatesTokens service;
    private final Clock clock;

    LoginRefresh(LoginFile file, Configuration configuration, CreatesTokens service, Clock clock) {
        this.file = file;
        this.configuration = configuration;
        this.service = service;
        this.clock = clock;
    }

    @Override
    public TemporaryCredentials get() {
        LoginToken token = file.read();
        if (token.credentials().expiry().isAfter(clock.instant().plus(GOOD))) {
            return token.credentials();
        }
        Map<?, ?> output = createToken(token, DpopKey.read(token.secret("dpopKey")));
        if (!(output.get("accessToken") instanceof Map<?, ?> access)
                || !(output.get("expiresIn") instanceof Number seconds)) {
            throw invalidResponse();
        }
        Instant expiry = Expiry.after(clock.instant(), seconds).truncatedTo(ChronoUnit.SECONDS);
        FrozenCredentials keys = new FrozenCredentials(text(access, "accessKeyId"), text(access, "secretAccessKey"),
                text(access, "sessionToken"), token.credentials().keys().accountId());
        LoginToken fresh = token.with(new TemporaryCredentials(keys, expiry), text(output, "refreshToken"));
        save(fresh);
        return fresh.credentials();
    }

    private Map<?, ?> createToken(LoginToken token, DpopKey key) {
        try {
            Map<String, Object> response = service.call(configuration, Map.of("clientId", token.secret("clientId"),
                    "refreshToken", token.secret("refreshToken"), "grantType", "refresh_token"),
                    url -> DpopProof.create(key, url, clock.instant()));
            if (response.get("tokenOutput") instanceof Map<?, ?> output) {
                return output;
            }
        } catch (ClientException e) {
            throw e.isA("AccessDeniedException") ? denied(e) : e;
        }
        throw invalidResponse();
    }

    private static LoginException denied(ClientException e) {
        Object error = e.response().get("error");
        if ("TOKEN_EXPIRED".equals(error) || "USER_CREDENTIALS_CHANGED".equals(error)) {
            return new LoginRefreshRequiredException("Your session has expired or credentials have changed. Please "
                    + "reauthenticate using 'aws login'.", e);
        }
        if ("INSUFFICIENT_PERMISSIONS".equals(error)) {
            return new LoginInsufficientPermissionsException("Unable to create or refresh login credentials due to "
                    + "insufficient permissions. You may be missing permission for the 'signin:CreateOAuth2Token' "
                    + "action.", e);
        }
        return new LoginException("An unspecified error happened when resolving AWS credentials or refreshing a "
                + "login session profile.", e);
    }

    private static String text(Map<?, ?> map, String key) {
        if (map.get(key) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw invalidResponse();
    }

    private static LoginTokenLoadException invalidResponse() {
        return new LoginTokenLoadException(LoginToken.PREFIX + "Unable to refresh access token due to an invalid "
                + "service response. Please try running 'aws login' again. If the issue persists, there may be a "
                + "temporary signin service problem.");
    }

    private void save(LoginToken fresh) {
        try {
            file.write(fresh);
        } catch (UncheckedIOException e) {
            LOG.warn("The sign-in of session {} was refreshed and is used, but the next refresh will fail, because it "
                    + "is not kept: {}", file.sessionName(), e.getMessage());
        }
    }
}
