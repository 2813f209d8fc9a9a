package org.tucuxi.credentials;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** Credentials, static or refreshed behind the scenes. Safe for use by many threads. Never prints a secret. */
@ConsumerType
public interface Credentials {

    /**
     * A snapshot for signing; refreshes first when that is due.
     *
     * @return the snapshot
     * @throws CredentialRetrievalException when a mandatory refresh fails
     */
    FrozenCredentials freeze();

    /**
     * How the credentials were found.
     *
     * @return a provider's name, or {@code explicit}
     */
    String method();

    /**
     * What the user agent of a request says of where its credentials are from.
     *
     * @return ids of features, as the reference has them; by default what {@link #method()} stands for
     */
    default Set<String> features() {
        return CredentialFeatures.ofMethod(method());
    }

    /**
     * The same credentials, that say more of where they are from.
     *
     * @param features ids of features
     * @return credentials with these features
     */
    default Credentials withFeatures(Set<String> features) {
        return new FeaturedCredentials(this, features);
    }

    /**
     * When the credentials at hand end; nothing is refreshed to say it.
     *
     * @return empty when they do not end, or were not got yet
     */
    default Optional<Instant> expiry() {
        return Optional.empty();
    }

    /**
     * Static credentials.
     *
     * @param accessKey the access key id
     * @param secretKey the secret access key
     * @return credentials with method {@code explicit}
     */
    static Credentials of(String accessKey, String secretKey) {
        return of(accessKey, secretKey, null, null, "explicit");
    }

    /**
     * Static credentials of a session.
     *
     * @param accessKey the access key id
     * @param secretKey the secret access key
     * @param token the session token, or null
     * @return credentials with method {@code explicit}
     */
    static Credentials of(String accessKey, String secretKey, String token) {
        return of(accessKey, secretKey, token, null, "explicit");
    }

    /**
     * Static credentials.
     *
     * @param accessKey the access key id
     * @param secretKey the secret access key
     * @param token the session token, or null
     * @param accountId the account id, or null
     * @param method how they were found
     * @return the credentials
     * @throws PartialCredentialsException when exactly one of the keys is there
     */
    static Credentials of(String accessKey, String secretKey, String token, String accountId, String method) {
        if (accessKey == null || secretKey == null) {
            throw new PartialCredentialsException("Partial credentials found in " + method + ", missing: "
                    + (accessKey == null ? "aws_access_key_id" : "aws_secret_access_key"));
        }
        return new StaticCredentials(new FrozenCredentials(accessKey, secretKey, token, accountId), method);
    }
}
