package org.tucuxi.signing;

import java.time.Duration;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.tucuxi.credentials.BearerToken;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.http.AwsRequest;

/** A signing algorithm: a service with the property {@value #SIGNATURE_VERSION}, one or several versions. */
@ConsumerType
public interface Signer {

    /** Service property, String or String[] (required): for example {@code v4}, {@code s3v4}. */
    String SIGNATURE_VERSION = "signature.version";

    /** The signature version that means "do not sign". */
    String UNSIGNED = "unsigned";

    /**
     * Context key: how far the service's clock is ahead of this computer's, as a {@link java.time.Duration}. A signer adds it
     * to the time that it signs with. Absent unless a service refused a signature because of its time.
     */
    String CLOCK_OFFSET = "clock_offset";

    /**
     * Signs a request in place.
     *
     * @param request the request; its context is the call's
     * @param scope who signs, and for what
     * @throws org.tucuxi.credentials.NoCredentialsException when the scope has no credentials and the algorithm needs them
     * @throws org.tucuxi.http.UnseekableStreamException when the body must be hashed and can be read only once
     */
    void sign(AwsRequest request, Scope scope);

    /**
     * Whether the algorithm needs a region.
     *
     * @return true unless it says otherwise
     */
    default boolean requiresRegion() {
        return true;
    }

    /**
     * Whether the algorithm takes a bearer token instead of credentials.
     *
     * @return false unless it says otherwise
     */
    default boolean takesToken() {
        return false;
    }

    /**
     * What a signature is made with.
     *
     * @param signatureVersion the version that was chosen, one of the signer's
     * @param credentials a snapshot of the credentials, or null when there are none
     * @param region the region, may be null
     * @param name the service's name in the credential scope
     * @param context the context of the call
     * @param token the bearer token, or null when there is none or the algorithm takes none
     * @param expiresIn how long a presigned request is good for; null for a request that is sent now
     */
    record Scope(String signatureVersion, FrozenCredentials credentials, String region, String name,
            Map<String, Object> context, BearerToken token, Duration expiresIn) {

        /**
         * Makes the scope of a request that is sent now.
         *
         * @param signatureVersion the version that was chosen
         * @param credentials a snapshot of the credentials, or null when there are none
         * @param region the region, may be null
         * @param name the service's name in the credential scope
         * @param context the context of the call
         * @param token the bearer token, or null when there is none or the algorithm takes none
         */
        public Scope(String signatureVersion, FrozenCredentials credentials, String region, String name,
                Map<String, Object> context, BearerToken token) {
            this(signatureVersion, credentials, region, name, context, token, null);
        }

        /**
         * Makes a scope without a token.
         *
         * @param signatureVersion the version that was chosen
         * @param credentials a snapshot of the credentials, or null when there are none
         * @param region the region, may be null
         * @param name the service's name in the credential scope
         * @param context the context of the call
         */
        public Scope(String signatureVersion, FrozenCredentials credentials, String region, String name,
                Map<String, Object> context) {
            this(signatureVersion, credentials, region, name, context, null);
        }
    }
}
