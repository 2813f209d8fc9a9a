package org.tucuxi.signing;

import org.osgi.annotation.versioning.ProviderType;
import org.tucuxi.http.AwsRequest;

/** The signer of one client: asks the events which algorithm to use, and applies it. */
@ProviderType
public interface RequestSigner {

    /**
     * The region that the signer was configured with.
     *
     * @return the region, may be null
     */
    String regionName();

    /**
     * The name in the credential scope that the signer was configured with.
     *
     * @return for example {@code s3}
     */
    String signingName();

    /**
     * The signature version that the signer was configured with.
     *
     * @return for example {@code s3v4}, or {@link Signer#UNSIGNED}
     */
    String signatureVersion();

    /**
     * Signs a request; emits {@code choose-signer} and {@code before-sign}. Region and name come from the context's
     * {@code signing}, else from the signer's configuration.
     *
     * @param operationName the operation's API name
     * @param request the request; changed in place
     * @throws org.tucuxi.credentials.NoCredentialsException when the algorithm needs credentials and there are none
     * @throws org.tucuxi.endpoint.NoRegionException when the algorithm needs a region and the client has none
     * @throws UnknownSignatureVersionException when no signer of the chosen version is there
     */
    void sign(String operationName, AwsRequest request);
}
