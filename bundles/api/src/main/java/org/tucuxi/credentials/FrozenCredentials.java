package org.tucuxi.credentials;

import java.util.Objects;

/**
 * An immutable snapshot of credentials, used for one signature.
 *
 * @param accessKey the access key id
 * @param secretKey the secret access key
 * @param token the session token, or null
 * @param accountId the account id, or null
 */
public record FrozenCredentials(String accessKey, String secretKey, String token, String accountId) {

    /** Checks. */
    public FrozenCredentials {
        Objects.requireNonNull(accessKey, "accessKey");
        Objects.requireNonNull(secretKey, "secretKey");
    }

    /** Shows the access key's first four characters and no secret. */
    @Override
    public String toString() {
        return "FrozenCredentials(" + accessKey.substring(0, Math.min(4, accessKey.length())) + "…)";
    }
}
