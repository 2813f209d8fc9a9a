package org.tucuxi.signing.internal;

import java.time.Duration;
import java.util.Map;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.signing.Presigning;
import org.tucuxi.signing.Signer;

/**
 * AWS Signature Version 4 in its query form ("Authenticating Requests: Using Query Parameters", Amazon S3 API
 * Reference): what the operation sends in a body goes into the query as well, since whoever uses the URL knows nothing
 * but the URL. Headers that the operation has are signed; they must be sent with the URL. Safe for use by many threads.
 */
final class SigV4Query {

    private static final String CONTENT_HASH = "X-Amz-Content-SHA256";
    /** What the query protocols send by default; without a body it says nothing. */
    private static final String FORM_TYPE = "application/x-www-form-urlencoded; charset=utf-8";

    private final Mark mark;
    private final Workspaces workspaces = new Workspaces();

    SigV4Query(Mark mark) {
        this.mark = mark;
    }

    void sign(AwsRequest request, Signer.Scope scope, SigningTime time) {
        SigV4.check(scope);
        Variant variant = Variant.of(scope.signatureVersion());
        request.context().put("timestamp", time.timestamp());
        if (FORM_TYPE.equals(request.headers().get("Content-Type"))) {
            request.headers().remove("Content-Type");
        }
        Map<String, Object> operation = OperationQuery.take(request);
        Workspace work = workspaces.take();
        try {
            String credentialScope = mark.credentialScope(time.day(), scope);
            String signedHeaders = signedHeaders(request.headers(), work);
            writeUrl(request.url(), operation, signedHeaders, credentialScope, variant, scope, time, work.text());
            request.url(work.text().text(0, work.text().size()));
            CanonicalRequest.write(request, variant, payload(request, variant, work), work);
            byte[] signature = mark.seal(scope, time, credentialScope, work, null);
            Bytes text = work.text().truncate(0);
            text.utf8(request.url()).utf8("&X-Amz-Signature=").hex(signature);
            request.url(text.text(0, text.size()));
        } finally {
            workspaces.giveBack(work);
        }
    }

    private static String signedHeaders(HttpHeaders headers, Workspace work) {
        Bytes text = work.text().truncate(0);
        CanonicalHeaders.writeNames(headers, CanonicalHeaders.select(headers, work), work);
        return text.text(0, text.size());
    }

    /** First the operation's parameters, then those of the signature. */
    private void writeUrl(String from, Map<String, Object> operation, String signedHeaders, String credentialScope,
            Variant variant, Signer.Scope scope, SigningTime time, Bytes out) {
        Url url = new Url(from);
        out.truncate(0).utf8(from, 0, url.pathEnd()).put('?');
        OperationQuery.write(operation, out);
        parameter(out.utf8(operation.isEmpty() ? "" : "&"), "X-Amz-Algorithm", mark.algorithm());
        parameter(out.put('&'), "X-Amz-Credential", scope.credentials().accessKey() + '/' + credentialScope);
        parameter(out.put('&'), "X-Amz-Date", time.timestamp());
        parameter(out.put('&'), "X-Amz-Expires", Long.toString(expiry(scope).toSeconds()));
        parameter(out.put('&'), "X-Amz-SignedHeaders", signedHeaders);
        String regionSet = mark.regionSet(scope);
        if (regionSet != null) {
            parameter(out.put('&'), Mark.REGION_SET, regionSet);
        }
        String token = scope.credentials().token();
        if (token != null && !token.isEmpty()) {
            parameter(out.put('&'), variant.tokenName(), token);
        }
    }

    /** How long a presigned request is good for. */
    static Duration expiry(Signer.Scope scope) {
        return scope.expiresIn() == null ? Presigning.DEFAULT_EXPIRY : scope.expiresIn();
    }

    private static void parameter(Bytes out, String name, String value) {
        out.utf8(name).put('=').percentEncoded(value, 0, value.length());
    }

    /** S3 lets whoever has the URL decide what to send; others get an empty body. */
    private static String payload(AwsRequest request, Variant variant, Workspace work) {
        String given = request.headers().get(CONTENT_HASH);
        if (given != null) {
            return given;
        }
        return variant.isS3() ? Payload.UNSIGNED : Payload.describe(request, variant, work);
    }
}
