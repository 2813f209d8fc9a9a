package org.tucuxi.signing.internal;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.signing.Signer;

/** The signature versions {@code v4-query}, {@code s3v4-query} and {@code v4-s3express-query}: presigned URLs. */
@Component(service = Signer.class, property = {
    Signer.SIGNATURE_VERSION + "=v4-query",
    Signer.SIGNATURE_VERSION + "=s3v4-query",
    Signer.SIGNATURE_VERSION + "=v4-s3express-query"
})
public final class SigV4QuerySigner implements Signer {

    private final Clock clock;
    private final SigningKeys keys = new SigningKeys();
    private final SigV4Query algorithm = new SigV4Query(new Mark.Hmac(keys));

    /** Signs by this computer's clock. */
    @Activate
    public SigV4QuerySigner() {
        this(Clock.systemUTC());
    }

    SigV4QuerySigner(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void sign(AwsRequest request, Scope scope) {
        algorithm.sign(request, scope, SigningTime.now(clock, request.context()));
    }

    /** Forgets the signing keys. */
    @Deactivate
    void deactivate() {
        keys.clear();
    }
}
