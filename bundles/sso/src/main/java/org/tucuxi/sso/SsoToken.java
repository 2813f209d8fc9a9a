package org.tucuxi.sso;

import java.time.Instant;
import java.util.Map;
import org.tucuxi.credentials.BearerToken;
import org.tucuxi.credentials.CredentialCaches.Cache;
import org.tucuxi.credentials.Expiry;
import org.tucuxi.credentials.SsoTokenLoadException;

/**
 * A token of a sign-in, as it is on disk.
 *
 * @param bearer what is sent, and when it ends
 * @param file all that stands in the file: secrets
 */
record SsoToken(BearerToken bearer, Map<String, Object> file) {

    /**
     * Reads a token.
     *
     * @param cache where
     * @param name what the entry is named after: the session's name or, for profiles of the old kind, the start URL
     * @param startUrl where the user signed in
     * @return the token
     * @throws SsoTokenLoadException when there is none
     */
    static SsoToken read(Cache cache, String name, String startUrl) {
        Map<String, Object> file = cache.read(CacheKey.of(name)).orElseThrow(() -> new SsoTokenLoadException(
                "Error loading SSO Token: Token for " + name + " does not exist"));
        Instant expiry = Expiry.read(file.get("expiresAt")).orElse(null);
        if (expiry == null || !(file.get("accessToken") instanceof String value) || value.isEmpty()) {
            throw new SsoTokenLoadException("Error loading SSO Token: Token for " + startUrl + " is invalid");
        }
        return new SsoToken(new BearerToken(value, expiry), file);
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "SsoToken(" + bearer + ')';
    }
}
