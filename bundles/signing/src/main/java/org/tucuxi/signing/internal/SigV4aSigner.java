package org.tucuxi.signing.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.signing.Signer;

/**
 * The signature versions {@code v4a} and {@code s3v4a}: signatures that several regions take. The region of the scope
 * is the region set. In pure Java; the reference needs a native library.
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
    private final SigV4 generic = new SigV4(Variant.GENERIC, new Mark.Ecdsa(keys));
    private final SigV4 s3 = new SigV4(Variant.S3, new Mark.Ecdsa(keys));

    /** Signs by this computer's clock. */
    @Activate
    public SigV4aSigner() {
        this(Clock.systemUTC());
    }

    SigV4aSigner(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void sign(AwsRequest request, Scope scope) {
        tellUserAgent(request.context());
        SigV4 algorithm = Variant.of(scope.signatureVersion()) == Variant.GENERIC ? generic : s3;
        algorithm.sign(request, scope, clock);
    }

    @SuppressWarnings("unchecked")
    static void tellUserAgent(Map<String, Object> context) {
        if (context.get(FEATURES) instanceof Collection<?> features) {
            ((Collection<String>) features).add(FEATURE);
        }
    }

    /** Forgets the signing keys. */
    @Deactivate
    void deactivate() {
        keys.clear();
    }
}
