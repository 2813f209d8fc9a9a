package org.tucuxi.signing.internal;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.signing.Signer;

/**
 * The signature version {@code s3v4a-query}: URLs that several regions take, such as those of multi-region access
 * points. Services other than S3 have no such form.
 */
@Component(service = Signer.class, property = Signer.SIGNATURE_VERSION + "=s3v4a-query")
public final class SigV4aQuerySigner implements Signer {

    private final Clock clock;
    private final EcdsaKeys keys = new EcdsaKeys();
    private final SigV4Query algorithm = new SigV4Query(new Mark.Ecdsa(keys));

    /** Signs by this computer's clock. */
    @Activate
    public SigV4aQuerySigner() {
        this(Clock.systemUTC());
    }

    SigV4aQuerySigner(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void sign(AwsRequest request, Scope scope) {
        SigV4aSigner.tellUserAgent(request.context());
        algorithm.sign(request, scope, SigningTime.now(clock, request.context()));
    }

    /** Forgets the signing keys. */
    @Deactivate
    void deactivate() {
        keys.clear();
    }
}
