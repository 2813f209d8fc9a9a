package org.tucuxi.credentials;

import java.time.Instant;
import java.util.Objects;

/**
 * A token that is sent as it is.
 *
 * @param value the token: a secret
 * @param expiry when it ends, or null
 */
public record BearerToken(String value, Instant expiry) {

    /** Checks. */
    public BearerToken {
        Objects.requireNonNull(value, "value");
    }

    /** Shows the expiry and no secret. */
    @Override
    public String toString() {
        return "BearerToken(…" + (expiry == null ? ")" : ", until " + expiry + ')');
    }
}
