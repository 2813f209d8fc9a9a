package org.tucuxi.signing.internal;

import java.time.Clock;
import java.util.Collection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.signing.Signer;

/**
 * The signature versions {@code v4a} and {@code s3v4a}: signatures that several regions take. The region of the scope is
 * the region set. In pure Java; the reference needs a native library.
 */
@Component(service = Signer.class, property = {
    Signer.SIGNATURE_VERSION + "=v4a",
    Signer.SIGNATURE_VERSION + "=s3v4a"
})
public final class SigV4aSigner implements Signer {

    /** Context key of the features that the user agent names, and this one's id (the reference's SIGV4A_SIGNING). */
    private static final String FEATURES = "feature_ids";
    private static final String FEATURE = "S";

    private final Clock clock;
    private final EcdsaKeys keys = new EcdsaKeys();
    private final SigV4 generic = SigV4.generic(keys);
    private final SigV4 s3 = SigV4.s3(keys);

    /** Signs by this computer's clock. */
    @Activate
    public SigV4aSigner() {
        this(Clock.systemUTC());
    }

    SigV4aSigner(Clock clock) {
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void sign(AwsRequest request, Scope scope) {
        if (request.context().get(FEATURES) instanceof Collection<?> features) {
            ((Collection<String>) features).add(FEATURE);
        }
        SigV4 algorithm = scope.signatureVersion() != null && scope.signatureVersion().startsWith("s3") ? s3 : generic;
        algorithm.sign(request, scope, clock);
    }

    /** Forgets the signing keys. */
    @Deactivate
    void deactivate() {
        keys.clear();
    }
}
