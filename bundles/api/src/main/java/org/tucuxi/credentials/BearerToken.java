package org.tucuxi.credentials;

import java.time.Instant;
import java.util.Locale;
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

    /**
     * The environment variable that holds the token for a service, by AWS's rule.
     *
     * @param signingName the service's signing name
     * @return for example {@code AWS_BEARER_TOKEN_BEDROCK}
     */
    public static String variable(String signingName) {
        return "AWS_BEARER_TOKEN_" + signingName.replace('-', '_').replace(' ', '_').toUpperCase(Locale.ROOT);
    }

    /** Shows the expiry and no secret. */
    @Override
    public String toString() {
        return "BearerToken(…" + (expiry == null ? ")" : ", until " + expiry + ')');
    }
}
