package org.tucuxi.event;

import java.util.Map;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.signing.RequestSigner;

/**
 * {@code before-sign.{sid}.{op}}: the last moment before the signature, emitted for unsigned requests as well.
 *
 * <p><b>When:</b> on the client's emitter, once for each attempt and for presigning.
 * <p><b>May change:</b> the request and its context.
 * <p><b>Answer:</b> ignored. <b>Error:</b> ends the call through {@code after-call-error}; no retry.
 * <p><b>Stability:</b> internal.
 */
public final class BeforeSign extends Event<Void> {

    private final AwsRequest request;
    private final String signingName;
    private final String regionName;
    private final String signatureVersion;
    private final RequestSigner requestSigner;
    private final String operationName;

    /**
     * Makes the event.
     *
     * @param name the full event name
     * @param request the request to be signed
     * @param signingName the signing name of the client
     * @param regionName the region the signer was configured with, may be null
     * @param signatureVersion the final version
     * @param requestSigner the signer
     * @param operationName the operation's name
     */
    public BeforeSign(String name, AwsRequest request, String signingName, String regionName,
            String signatureVersion, RequestSigner requestSigner, String operationName) {
        super(name);
        this.request = request;
        this.signingName = signingName;
        this.regionName = regionName;
        this.signatureVersion = signatureVersion;
        this.requestSigner = requestSigner;
        this.operationName = operationName;
    }

    /**
     * The request to be signed.
     *
     * @return the argument {@code request}
     */
    public AwsRequest request() {
        return request;
    }

    /**
     * The signing name of the client.
     *
     * @return the argument {@code signing_name}
     */
    public String signingName() {
        return signingName;
    }

    /**
     * The region the signer was configured with, may be null.
     *
     * @return the argument {@code region_name}
     */
    public String regionName() {
        return regionName;
    }

    /**
     * The final version.
     *
     * @return the argument {@code signature_version}
     */
    public String signatureVersion() {
        return signatureVersion;
    }

    /**
     * The signer.
     *
     * @return the argument {@code request_signer}
     */
    public RequestSigner requestSigner() {
        return requestSigner;
    }

    /**
     * The operation's name.
     *
     * @return the argument {@code operation_name}
     */
    public String operationName() {
        return operationName;
    }

    @Override
    public Map<String, Object> arguments() {
        return Arguments.of("request", request, "signing_name", signingName, "region_name", regionName,
                "signature_version", signatureVersion, "request_signer", requestSigner,
                "operation_name", operationName);
    }

    @Override
    public Class<?> answerType() {
        return Void.class;
    }
}
