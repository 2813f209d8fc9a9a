package org.tucuxi.credentials;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Credentials that say more of where they are from than their method does. */
record FeaturedCredentials(Credentials credentials, Set<String> features) implements Credentials {

    FeaturedCredentials {
        features = Set.copyOf(features);
    }

    @Override
    public FrozenCredentials freeze() {
        return credentials.freeze();
    }

    @Override
    public String method() {
        return credentials.method();
    }

    @Override
    public Optional<Instant> expiry() {
        return credentials.expiry();
    }

    @Override
    public String toString() {
        return credentials.toString();
    }
}
