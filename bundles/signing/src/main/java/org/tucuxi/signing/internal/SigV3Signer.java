package org.tucuxi.signing.internal;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.signing.Signer;

/** The signature versions {@code v3} and {@code v3https}: the date is signed, and TLS has to protect the rest. */
@Component(service = Signer.class, property = {
    Signer.SIGNATURE_VERSION + "=v3",
    Signer.SIGNATURE_VERSION + "=v3https"
})
public final class SigV3Signer implements Signer {

    private final Clock clock;

    /** Signs by this computer's clock. */
    @Activate
    public SigV3Signer() {
        this(Clock.systemUTC());
    }

    SigV3Signer(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean requiresRegion() {
        return false;
    }

    @Override
    public void sign(AwsRequest request, Scope scope) {
        SigV4.checkCredentials(scope);
        FrozenCredentials who = scope.credentials();
        HttpHeaders headers = request.headers();
        String date = SigningTime.now(clock, request.context()).httpDate();
        headers.put("Date", date);
        if (who.token() != null && !who.token().isEmpty()) {
            headers.put("X-Amz-Security-Token", who.token());
        }
        headers.put("X-Amzn-Authorization", "AWS3-HTTPS AWSAccessKeyId=" + who.accessKey()
                + ",Algorithm=HmacSHA256,Signature=" + LegacyMac.base64(LegacyMac.SHA256, who, date));
    }
}
