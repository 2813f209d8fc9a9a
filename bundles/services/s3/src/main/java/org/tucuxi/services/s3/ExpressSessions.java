package org.tucuxi.services.s3;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.tucuxi.Client;
import org.tucuxi.ClosedException;
import org.tucuxi.credentials.CredentialRefresh;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.IdentityCache;
import org.tucuxi.credentials.TemporaryCredentials;

/**
 * The sessions of one client, one a directory bucket, got by its own {@code CreateSession} calls. A session is good for
 * five minutes (S3 API reference, CreateSession), so it is refreshed much later than other credentials.
 */
final class ExpressSessions implements IdentityCache {

    /** How the reference calls the way that these credentials are found. */
    static final String METHOD = "s3express";
    static final int LIMIT = 100;
    static final Duration ADVISORY = Duration.ofSeconds(45);
    static final Duration MANDATORY = Duration.ofSeconds(10);

    /** Not the client itself: it could not go as long as its sessions are known. */
    private final WeakReference<Client> owner;
    private final CredentialRefresh refresh;
    private final RecentlyUsed<Credentials> sessions = new RecentlyUsed<>(LIMIT);

    ExpressSessions(Client owner, CredentialRefresh refresh) {
        this.owner = new WeakReference<>(owner);
        this.refresh = refresh;
    }

    @Override
    public Credentials credentials(String bucket) {
        return sessions.get(bucket, first -> refresh.deferred(METHOD, () -> create(first), ADVISORY, MANDATORY));
    }

    private TemporaryCredentials create(String bucket) {
        Client client = owner.get();
        if (client == null) {
            throw new ClosedException("The client whose session for bucket " + bucket + " is to be refreshed is gone");
        }
        Map<String, Object> result = client.call("CreateSession", Map.of("Bucket", bucket));
        if (result.get("Credentials") instanceof Map<?, ?> made && made.get("AccessKeyId") instanceof String accessKey
                && made.get("SecretAccessKey") instanceof String secretKey
                && made.get("SessionToken") instanceof String token && made.get("Expiration") instanceof Instant end) {
            return new TemporaryCredentials(new FrozenCredentials(accessKey, secretKey, token, null), end);
        }
        throw new CredentialRetrievalException("CreateSession for bucket " + bucket + " brought no credentials: it needs"
                + " AccessKeyId, SecretAccessKey, SessionToken and Expiration");
    }

    /** How many buckets have a session. */
    int size() {
        return sessions.size();
    }
}
