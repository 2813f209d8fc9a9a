package org.tucuxi.sso;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.ClientException;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialCaches.Cache;
import org.tucuxi.credentials.Expiry;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.SsoException;
import org.tucuxi.credentials.TemporaryCredentials;
import org.tucuxi.credentials.UnauthorizedSsoTokenException;

/** The credentials of a role: from the AWS CLI's cache while they are good for a quarter of an hour, else from SSO. */
final class RoleCredentials implements Supplier<TemporaryCredentials> {

    private static final Logger LOG = LoggerFactory.getLogger(RoleCredentials.class);
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final String EXPIRED = "The SSO session associated with this profile has expired or is otherwise "
            + "invalid. To refresh this SSO session run aws sso login with the corresponding profile.";

    private final SsoProfile profile;
    private final Configuration configuration;
    private final Access access;
    private final Cache cache;
    private final String key;

    RoleCredentials(SsoProfile profile, Configuration configuration, Access access) {
        this.profile = profile;
        this.configuration = configuration;
        this.access = access;
        this.cache = access.credentialCache(configuration);
        this.key = profile.cacheKey();
    }

    @Override
    public TemporaryCredentials get() {
        return cache.read(key).flatMap(this::cached).orElseGet(this::fetch);
    }

    private Optional<TemporaryCredentials> cached(Map<String, Object> entry) {
        if (!(entry.get("Credentials") instanceof Map<?, ?> kept)
                || !(kept.get("AccessKeyId") instanceof String accessKey)
                || !(kept.get("SecretAccessKey") instanceof String secretKey)
                || !(kept.get("SessionToken") instanceof String token)) {
            return Optional.empty();
        }
        String account = kept.get("AccountId") instanceof String text ? text : null;
        return Expiry.read(kept.get("Expiration"))
                .filter(expiry -> !expiry.isBefore(access.clock().instant().plus(WINDOW)))
                .map(expiry -> new TemporaryCredentials(
                        new FrozenCredentials(accessKey, secretKey, token, account), expiry));
    }

    private TemporaryCredentials fetch() {
        Map<String, Object> response;
        try {
            response = access.service().call(configuration, new CallsService.ServiceCall("sso", profile.region(),
                    "GetRoleCredentials", Map.of("roleName", profile.roleName(), "accountId", profile.accountId(),
                            "accessToken", accessToken())));
        } catch (ClientException e) {
            throw e.isA("UnauthorizedException") ? new UnauthorizedSsoTokenException(EXPIRED, e) : e;
        }
        if (!(response.get("roleCredentials") instanceof Map<?, ?> got)) {
            throw incomplete("roleCredentials");
        }
        if (!(got.get("expiration") instanceof Number millis)) {
            throw incomplete("expiration");
        }
        // In whole seconds, so that whoever reads the cache sees the same end.
        Instant expiry = Instant.ofEpochSecond(Math.floorDiv(millis.longValue(), 1000L));
        FrozenCredentials keys = new FrozenCredentials(text(got, "accessKeyId"), text(got, "secretAccessKey"),
                text(got, "sessionToken"), profile.accountId());
        save(keys, expiry);
        return new TemporaryCredentials(keys, expiry);
    }

    private String accessToken() {
        if (profile.sessionName() != null) {
            return SsoSession.of(configuration).map(session -> access.tokens()
                    .deferred(SsoTokens.NAME, new SessionToken(session, configuration, access)).get().value())
                    .orElseThrow(() -> new IllegalStateException("the profile has a session"));
        }
        SsoToken token = SsoToken.read(access.tokenCache(configuration), profile.startUrl(), profile.startUrl());
        if (!token.bearer().expiry().isAfter(access.clock().instant())) {
            throw new UnauthorizedSsoTokenException(EXPIRED);
        }
        return token.bearer().value();
    }

    private static String text(Map<?, ?> credentials, String member) {
        if (credentials.get(member) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw incomplete(member);
    }

    private static SsoException incomplete(String member) {
        return new SsoException("Error when retrieving credentials from sso: the answer of sso:GetRoleCredentials "
                + "has no " + member);
    }

    /** In the form of botocore, which also tells who wrote it. */
    private void save(FrozenCredentials keys, Instant expiry) {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("AccessKeyId", keys.accessKey());
        kept.put("SecretAccessKey", keys.secretKey());
        kept.put("SessionToken", keys.token());
        kept.put("Expiration", Expiry.write(expiry));
        kept.put("AccountId", keys.accountId());
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("ProviderType", "sso");
        entry.put("Credentials", kept);
        try {
            cache.write(key, entry);
        } catch (UncheckedIOException e) {
            LOG.warn("The credentials of SSO are used, but not kept: {}", e.getMessage());
        }
    }
}
