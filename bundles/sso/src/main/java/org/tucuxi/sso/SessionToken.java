package org.tucuxi.sso;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.ClientException;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.BearerToken;
import org.tucuxi.credentials.CredentialCaches.Cache;
import org.tucuxi.credentials.Expiry;
import org.tucuxi.credentials.TokenRetrievalException;

/**
 * The token of a session: from its file, and refreshed through SSO OIDC when it is near its end and the file has what
 * that needs. The refreshed token goes back into the file, for the AWS CLI and for other processes.
 */
final class SessionToken implements Supplier<BearerToken> {

    private static final Logger LOG = LoggerFactory.getLogger(SessionToken.class);
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final List<String> NEEDED =
            List.of("refreshToken", "clientId", "clientSecret", "registrationExpiresAt");

    private final SsoSession session;
    private final Configuration configuration;
    private final Access access;
    private final Cache cache;

    SessionToken(SsoSession session, Configuration configuration, Access access) {
        this.session = session;
        this.configuration = configuration;
        this.access = access;
        this.cache = access.tokenCache(configuration);
    }

    @Override
    public BearerToken get() {
        SsoToken token = SsoToken.read(cache, session.name(), session.startUrl());
        Instant now = access.clock().instant();
        if (!token.bearer().expiry().isBefore(now.plus(WINDOW)) || !canRefresh(token, now)) {
            return token.bearer();
        }
        return refresh(token).orElse(token.bearer());
    }

    private boolean canRefresh(SsoToken token, Instant now) {
        List<String> missing = NEEDED.stream().filter(key -> !(token.file().get(key) instanceof String)).toList();
        if (!missing.isEmpty()) {
            LOG.info("The SSO token of session {} cannot be refreshed: its file has no {}", session.name(), missing);
            return false;
        }
        Instant end = Expiry.read(token.file().get("registrationExpiresAt")).orElse(Instant.MIN);
        if (!end.isAfter(now)) {
            LOG.info("The SSO token of session {} cannot be refreshed: the registration of its client has ended",
                    session.name());
            return false;
        }
        return true;
    }

    /** Empty when SSO refuses: the old token may still do. */
    private Optional<BearerToken> refresh(SsoToken old) {
        Map<String, Object> response;
        try {
            response = access.service().call(configuration, new CallsService.ServiceCall("sso-oidc", session.region(),
                    "CreateToken", Map.of("grantType", "refresh_token", "clientId", old.file().get("clientId"),
                            "clientSecret", old.file().get("clientSecret"),
                            "refreshToken", old.file().get("refreshToken"))));
        } catch (ClientException e) {
            LOG.warn("The SSO token of session {} was not refreshed: {}", session.name(), e.code());
            return Optional.empty();
        }
        if (!(response.get("accessToken") instanceof String value) || value.isEmpty()
                || !(response.get("expiresIn") instanceof Number seconds)) {
            throw new TokenRetrievalException("Error when retrieving token from sso: the answer of "
                    + "sso-oidc:CreateToken has no accessToken or no expiresIn");
        }
        BearerToken fresh = new BearerToken(value, Expiry.after(access.clock().instant(), seconds));
        save(old, fresh, response.get("refreshToken"));
        return Optional.of(fresh);
    }

    private void save(SsoToken old, BearerToken fresh, Object refreshToken) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("startUrl", session.startUrl());
        file.put("region", session.region());
        file.put("accessToken", fresh.value());
        file.put("expiresAt", Expiry.write(fresh.expiry()));
        file.put("clientId", old.file().get("clientId"));
        file.put("clientSecret", old.file().get("clientSecret"));
        file.put("registrationExpiresAt", old.file().get("registrationExpiresAt"));
        if (refreshToken instanceof String) {
            file.put("refreshToken", refreshToken);
        }
        try {
            cache.write(CacheKey.of(session.name()), file);
        } catch (UncheckedIOException e) {
            LOG.warn("The SSO token of session {} was refreshed and is used, but it is not kept: {}", session.name(),
                    e.getMessage());
        }
    }
}
