package org.tucuxi.signing;

import org.osgi.annotation.versioning.ProviderType;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.SerializedRequest;

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

    /**
     * Signs a request for somebody else's use; emits {@code choose-signer} and {@code before-sign}. A URL's signature
     * goes into {@link AwsRequest#url()}. An S3 POST's policy and fields are the context's
     * {@code s3-presign-post-policy} and {@code s3-presign-post-fields}, both maps that the signature completes.
     *
     * @param operationName the operation's API name
     * @param request the request; changed in place
     * @param purpose what for and for how long
     * @throws UnsupportedSignatureVersionException when the chosen version cannot do that
     */
    void sign(String operationName, AwsRequest request, Presigning purpose);

    /**
     * Presigns a request: {@code generate_presigned_url} of botocore's signer.
     *
     * @param operationName the operation's API name; not used for other things than events
     * @param request method, URL, headers, body and context; stays as it is
     * @param purpose for how long, and where
     * @return the URL
     * @throws UnsupportedSignatureVersionException when the chosen version cannot do that, or the body cannot go into a
     * query
     */
    default String presignedUrl(String operationName, SerializedRequest request, Presigning purpose) {
        AwsRequest copy = new AwsRequest(request.method(), request.url(), request.headers().copy(), request.body(),
                request.authPath(), false, request.context());
        sign(operationName, copy, purpose);
        return copy.url();
    }
}
