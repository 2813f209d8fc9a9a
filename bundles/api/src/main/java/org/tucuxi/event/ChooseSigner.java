package org.tucuxi.event;

import java.util.Map;

/**
 * {@code choose-signer.{sid}.{op}}: which signature version is used.
 *
 * <p><b>When:</b> on the client's emitter, once for each attempt and for presigning.
 * <p><b>May change:</b> the context.
 * <p><b>Answer:</b> until the first: it replaces the signature version; {@link org.tucuxi.signing.Signer#UNSIGNED} for no signature.
 * <b>Error:</b> ends the call through {@code after-call-error}; no retry.
 * <p><b>Stability:</b> internal.
 */
public final class ChooseSigner extends Event<String> {

    private final String signingName;
    private final String regionName;
    private final String signatureVersion;
    private final Map<String, Object> context;

    /**
     * Makes the event.
     *
     * @param name the full event name
     * @param signingName the signing name of the call
     * @param regionName the region that the call is signed for, may be null
     * @param signatureVersion the version so far; {@link org.tucuxi.signing.Signer#UNSIGNED} for none
     * @param context the context of the call
     */
    public ChooseSigner(String name, String signingName, String regionName, String signatureVersion,
            Map<String, Object> context) {
        super(name);
        this.signingName = signingName;
        this.regionName = regionName;
        this.signatureVersion = signatureVersion;
        this.context = context;
    }

    /**
     * The signing name of the call: what its context has under {@code signing}, as endpoint rules or handlers put it
     * there, else the client's. {@link BeforeSign} has the client's.
     *
     * @return the argument {@code signing_name}
     */
    public String signingName() {
        return signingName;
    }

    /**
     * The region that the call is signed for: what its context has under {@code signing}, else the client's; may be
     * null.
     *
     * @return the argument {@code region_name}
     */
    public String regionName() {
        return regionName;
    }

    /**
     * The version so far; {@link org.tucuxi.signing.Signer#UNSIGNED} for none.
     *
     * @return the argument {@code signature_version}
     */
    public String signatureVersion() {
        return signatureVersion;
    }

    /**
     * The context of the call.
     *
     * @return the argument {@code context}
     */
    public Map<String, Object> context() {
        return context;
    }

    @Override
    public Map<String, Object> arguments() {
        return Arguments.of("signing_name", signingName, "region_name", regionName,
                "signature_version", signatureVersion, "context", context);
    }

    @Override
    public Class<?> answerType() {
        return String.class;
    }
}
