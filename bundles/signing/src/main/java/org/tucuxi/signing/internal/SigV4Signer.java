package org.tucuxi.signing.internal;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.signing.Signer;

/** The signature versions {@code v4}, {@code s3v4} and {@code v4-s3express}. */
@Component(service = Signer.class, property = {
    Signer.SIGNATURE_VERSION + "=v4",
    Signer.SIGNATURE_VERSION + "=s3v4",
    Signer.SIGNATURE_VERSION + "=v4-s3express"
})
public final class SigV4Signer implements Signer {

    private final Clock clock;
    private final SigningKeys keys = new SigningKeys();
    private final SigV4 generic = new SigV4(Variant.GENERIC, new Mark.Hmac(keys));
    private final SigV4 s3 = new SigV4(Variant.S3, new Mark.Hmac(keys));
    private final SigV4 express = new SigV4(Variant.S3_EXPRESS, new Mark.Hmac(keys));

    /** Signs by this computer's clock. */
    @Activate
    public SigV4Signer() {
        this(Clock.systemUTC());
    }

    SigV4Signer(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void sign(AwsRequest request, Scope scope) {
        SigV4 algorithm = switch (Variant.of(scope.signatureVersion())) {
            case GENERIC -> generic;
            case S3 -> s3;
            case S3_EXPRESS -> express;
        };
        algorithm.sign(request, scope, clock);
    }

    /** Forgets the signing keys. */
    @Deactivate
    void deactivate() {
        keys.clear();
    }
}
