package org.tucuxi.signing;

import java.util.Set;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;
import org.tucuxi.credentials.BearerToken;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.event.Emitter;

/** The service that makes the signer of a client from the algorithms that are there. */
@ProviderType
public interface RequestSignerFactory {

    /**
     * Makes a signer.
     *
     * @param settings what the client knows
     * @return the signer; it follows algorithms that come and go
     */
    RequestSigner create(Settings settings);

    /**
     * The signature versions that can be used now.
     *
     * @return for example {@code v4}, {@code s3v4}
     */
    Set<String> signatureVersions();

    /**
     * What a client's signer is made of.
     *
     * @param events the client's emitter
     * @param serviceId the hyphenised service id, for event names
     * @param region the client's region, may be null
     * @param signingName the name in the credential scope
     * @param signatureVersion the version to start from
     * @param credentials gives the credentials, or null when there are none; may throw
     * @param token gives the bearer token, or null when there is none; may throw
     */
    record Settings(Emitter events, String serviceId, String region, String signingName, String signatureVersion,
            Supplier<Credentials> credentials, Supplier<BearerToken> token) {

        /**
         * Makes settings without a token.
         *
         * @param events the client's emitter
         * @param serviceId the hyphenised service id, for event names
         * @param region the client's region, may be null
         * @param signingName the name in the credential scope
         * @param signatureVersion the version to start from
         * @param credentials gives the credentials, or null when there are none; may throw
         */
        public Settings(Emitter events, String serviceId, String region, String signingName, String signatureVersion,
                Supplier<Credentials> credentials) {
            this(events, serviceId, region, signingName, signatureVersion, credentials, () -> null);
        }
    }
}
