package org.tucuxi.signing.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.signing.Signer;

/**
 * The signature versions {@code s3}, {@code s3-query} and {@code s3-presign-post}: S3 before SigV4 ("Authenticating
 * requests (AWS signature version 2)", Amazon S3 user guide). Only for whoever asks for it: stores that know nothing
 * newer.
 */
@Component(service = Signer.class, property = {
    Signer.SIGNATURE_VERSION + "=s3",
    Signer.SIGNATURE_VERSION + "=s3-query",
    Signer.SIGNATURE_VERSION + "=s3-presign-post"
})
public final class HmacSha1Signer implements Signer {

    private static final String TOKEN = "x-amz-security-token";

    private final Clock clock;

    /** Signs by this computer's clock. */
    @Activate
    public HmacSha1Signer() {
        this(Clock.systemUTC());
    }

    HmacSha1Signer(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean requiresRegion() {
        return false;
    }

    @Override
    public void sign(AwsRequest request, Scope scope) {
        SigV4.checkCredentials(scope);
        if (scope.signatureVersion().endsWith("-presign-post")) {
            signPolicy(request, scope);
            return;
        }
        boolean query = scope.signatureVersion().endsWith("-query");
        SigningTime time = SigningTime.now(clock, request.context());
        HttpHeaders headers = request.headers();
        if (hasToken(scope)) {
            headers.remove(TOKEN);
            headers.put(TOKEN, scope.credentials().token());
        }
        headers.remove("Date");
        headers.put("Date", query ? Long.toString(time.second() + SigV4Query.expiry(scope).toSeconds())
                : time.httpDate());
        String signature = LegacyMac.base64(LegacyMac.SHA1, scope.credentials(), S3StringToSign.of(request));
        if (query) {
            request.url(signedUrl(request, scope, signature));
        } else {
            headers.remove("Authorization");
            headers.put("Authorization", "AWS " + scope.credentials().accessKey() + ':' + signature);
        }
    }

    /** What the signature covers of the headers goes into the URL, since nobody sends them else. */
    private static String signedUrl(AwsRequest request, Scope scope, String signature) {
        Url url = new Url(request.url());
        Bytes out = new Bytes(512).utf8(url.text(), 0, url.queryEnd());
        out.put(url.queryStart() < url.queryEnd() ? '&' : '?');
        parameter(out, "AWSAccessKeyId", scope.credentials().accessKey());
        parameter(out.put('&'), "Signature", signature);
        HttpHeaders headers = request.headers();
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.nameAt(i);
            if (name.equalsIgnoreCase("Date")) {
                parameter(out.put('&'), "Expires", headers.valueAt(i));
            } else if (S3StringToSign.isOwn(name) || name.equalsIgnoreCase("content-md5")
                    || name.equalsIgnoreCase("content-type")) {
                parameter(out.put('&').lower(name), "", headers.valueAt(i));
            }
        }
        return out.text(0, out.size());
    }

    private static void parameter(Bytes out, String name, String value) {
        out.utf8(name).put('=').percentEncoded(value, 0, value.length());
    }

    private static void signPolicy(AwsRequest request, Scope scope) {
        PostPolicy policy = PostPolicy.of(request.context());
        policy.field("AWSAccessKeyId", scope.credentials().accessKey());
        if (scope.credentials().token() != null) {
            policy.demand(TOKEN, scope.credentials().token());
        }
        String encoded = Base64.getEncoder().encodeToString(policy.json().getBytes(StandardCharsets.UTF_8));
        policy.field("policy", encoded);
        policy.field("signature", LegacyMac.base64(LegacyMac.SHA1, scope.credentials(), encoded));
    }

    private static boolean hasToken(Scope scope) {
        return scope.credentials().token() != null && !scope.credentials().token().isEmpty();
    }
}
