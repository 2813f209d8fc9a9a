package org.tucuxi.signing.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.signing.Signer;

/**
 * The signature versions {@code s3v4-presign-post} and {@code v4-s3express-presign-post}: the policy of a form that
 * uploads to S3 ("Browser-Based Uploads Using POST", Amazon S3 API Reference).
 */
@Component(service = Signer.class, property = {
    Signer.SIGNATURE_VERSION + "=s3v4-presign-post",
    Signer.SIGNATURE_VERSION + "=v4-s3express-presign-post"
})
public final class PolicySigner implements Signer {

    private static final String EXPRESS_TOKEN = Variant.S3_EXPRESS.tokenName();

    private final Clock clock;
    private final SigningKeys keys = new SigningKeys();
    private final Mark mark = new Mark.Hmac(keys);
    private final Workspaces workspaces = new Workspaces();

    /** Signs by this computer's clock. */
    @Activate
    public PolicySigner() {
        this(Clock.systemUTC());
    }

    PolicySigner(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void sign(AwsRequest request, Scope scope) {
        SigV4.check(scope);
        SigningTime time = SigningTime.now(clock, request.context());
        request.context().put("timestamp", time.timestamp());
        PostPolicy policy = PostPolicy.of(request.context());
        policy.demand("x-amz-algorithm", mark.algorithm());
        policy.demand("x-amz-credential",
                scope.credentials().accessKey() + '/' + mark.credentialScope(time.day(), scope));
        policy.demand("x-amz-date", time.timestamp());
        String token = scope.credentials().token();
        if (token != null) {
            boolean express = Variant.of(scope.signatureVersion()) == Variant.S3_EXPRESS;
            policy.demand(express ? EXPRESS_TOKEN : "x-amz-security-token", token);
        }
        String encoded = Base64.getEncoder().encodeToString(policy.json().getBytes(StandardCharsets.UTF_8));
        policy.field("policy", encoded);
        policy.field("x-amz-signature", signature(encoded, scope, time));
    }

    String signature(String encodedPolicy, Scope scope, SigningTime time) {
        Workspace work = workspaces.take();
        try {
            Mark.Key key = mark.key(scope, time.day(), work);
            work.text().truncate(0).utf8(encodedPolicy);
            return Bytes.hexText(key.signText(work));
        } finally {
            workspaces.giveBack(work);
        }
    }

    /** Forgets the signing keys. */
    @Deactivate
    void deactivate() {
        keys.clear();
    }
}
