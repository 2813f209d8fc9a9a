package org.tucuxi.assumerole;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.credentials.CredentialCaches;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.TemporaryCredentials;

/** Gets a role's credentials: those that are kept if they last a while, else new ones, which are kept. */
final class RoleFetch implements Supplier<TemporaryCredentials> {

    /** As long as credentials are refreshed in advance: what is kept must not be due at once. */
    static final Duration LEAST = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(RoleFetch.class);

    private final String method;
    private final CredentialCaches.Cache cache;
    private final String key;
    private final Supplier<Map<String, Object>> call;
    private final Clock clock;

    /**
     * How a role's credentials are got.
     *
     * @param method the provider's name
     * @param cache where they are kept, or null when they are not
     * @param key under which name
     * @param call asks STS
     * @param clock tells the time
     */
    RoleFetch(String method, CredentialCaches.Cache cache, String key, Supplier<Map<String, Object>> call,
            Clock clock) {
        this.method = method;
        this.cache = cache;
        this.key = key;
        this.call = call;
        this.clock = clock;
    }

    @Override
    public TemporaryCredentials get() {
        Optional<TemporaryCredentials> kept = kept();
        if (kept.isPresent()) {
            return kept.get();
        }
        TemporaryCredentials fresh = RoleEntry.ofResponse(call.get())
                .orElseThrow(() -> new CredentialRetrievalException("Error when retrieving credentials from " + method
                        + ": the answer of STS lacks AccessKeyId, SecretAccessKey, SessionToken or Expiration"));
        keep(fresh);
        return fresh;
    }

    private Optional<TemporaryCredentials> kept() {
        return cache == null ? Optional.empty() : cache.read(key).flatMap(RoleEntry::ofCache)
                .filter(credentials -> !credentials.expiry().isBefore(clock.instant().plus(LEAST)));
    }

    /** On a read-only disk every program asks for itself. */
    private void keep(TemporaryCredentials fresh) {
        if (cache != null) {
            try {
                cache.write(key, RoleEntry.of(fresh));
            } catch (UncheckedIOException e) {
                LOG.debug("The credentials of a role are not kept: {}", e.getMessage());
            }
        }
    }
}
