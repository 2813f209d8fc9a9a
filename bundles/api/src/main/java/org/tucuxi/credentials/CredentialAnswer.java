package org.tucuxi.credentials;

import java.util.Objects;

/**
 * What a provider found.
 *
 * @param credentials the credentials, or null
 * @param reason why there are none, or null
 */
public record CredentialAnswer(Credentials credentials, String reason) {

    /**
     * Credentials were found.
     *
     * @param credentials the credentials
     * @return the answer
     */
    public static CredentialAnswer found(Credentials credentials) {
        return new CredentialAnswer(Objects.requireNonNull(credentials, "credentials"), null);
    }

    /**
     * Nothing is there; the next provider is asked.
     *
     * @param reason for an operator: what was looked for, and where; no secret
     * @return the answer
     */
    public static CredentialAnswer none(String reason) {
        return new CredentialAnswer(null, Objects.requireNonNull(reason, "reason"));
    }
}
