package org.tucuxi.signing.internal;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.signing.Signer;

/** The signature versions {@code v4} and {@code s3v4}. */
@Component(service = Signer.class, property = {
    Signer.SIGNATURE_VERSION + "=v4",
    Signer.SIGNATURE_VERSION + "=s3v4"
})
public final class SigV4Signer implements Signer {

    private final Clock clock;
    private final SigningKeys keys = new SigningKeys();
    private final SigV4 generic = SigV4.generic(keys);
    private final SigV4 s3 = SigV4.s3(keys);

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
        SigV4 algorithm = scope.signatureVersion() != null && scope.signatureVersion().startsWith("s3") ? s3 : generic;
        algorithm.sign(request, scope, clock);
    }

    /** Forgets the signing keys. */
    @Deactivate
    void deactivate() {
        keys.clear();
    }
}
