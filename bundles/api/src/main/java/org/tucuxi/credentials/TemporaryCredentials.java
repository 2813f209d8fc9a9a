package org.tucuxi.credentials;

import java.time.Instant;
import java.util.Objects;

/**
 * Credentials that end.
 *
 * @param keys the keys
 * @param expiry when they end
 */
public record TemporaryCredentials(FrozenCredentials keys, Instant expiry) {

    /** Checks. */
    public TemporaryCredentials {
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(expiry, "expiry");
    }
}
