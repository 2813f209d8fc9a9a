package org.tucuxi.signing.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.NoCredentialsException;
import org.tucuxi.endpoint.NoRegionException;
import org.tucuxi.eventstream.EventStreamBody;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.signing.Signer;
import org.tucuxi.signing.UnsupportedSignatureVersionException;

/**
 * AWS Signature Version 4 in its header form, generic and as S3 does it ("Authenticating Requests (AWS Signature
 * Version 4)", AWS General Reference). Safe for use by many threads.
 */
public final class SigV4 {

    private static final String CONTENT_HASH = "X-Amz-Content-SHA256";
    private static final String TOKEN = "X-Amz-Security-Token";

    private final boolean s3;
    private final Mark mark;
    private final Workspaces workspaces = new Workspaces();
    private volatile SigningTime lastTime = SigningTime.of(0);

    private SigV4(boolean s3, Mark mark) {
        this.s3 = s3;
        this.mark = mark;
    }

    /**
     * The algorithm of all services but S3.
     *
     * @return signature version {@code v4}
     */
    public static SigV4 generic() {
        return generic(new SigningKeys());
    }

    /**
     * S3's variant: the path is signed as it is sent, and a header tells the body's hash.
     *
     * @return signature version {@code s3v4}
     */
    public static SigV4 s3() {
        return s3(new SigningKeys());
    }

    static SigV4 generic(SigningKeys keys) {
        return new SigV4(false, new Mark.Hmac(keys));
    }

    static SigV4 s3(SigningKeys keys) {
        return new SigV4(true, new Mark.Hmac(keys));
    }

    static SigV4 generic(EcdsaKeys keys) {
        return new SigV4(false, new Mark.Ecdsa(keys));
    }

    static SigV4 s3(EcdsaKeys keys) {
        return new SigV4(true, new Mark.Ecdsa(keys));
    }

    /**
     * Signs a request in place.
     *
     * @param request gets the headers of the signature; its context gets {@code timestamp}
     * @param scope who signs, and for what
     * @param now the time of the signature
     */
    public void sign(AwsRequest request, Signer.Scope scope, Instant now) {
        sign(request, scope, Clock.fixed(now, ZoneOffset.UTC));
    }

    /**
     * Signs a request in place; an event stream in it is replaced by its signed form.
     *
     * @param request gets the headers of the signature; its context gets {@code timestamp}
     * @param scope who signs, and for what
     * @param clock the time of the signature, and of those of the events
     */
    public void sign(AwsRequest request, Signer.Scope scope, Clock clock) {
        Workspace work = workspaces.take();
        try {
            if (request.body() instanceof EventStreamBody events) {
                if (!(mark instanceof Mark.Hmac hmac)) {
                    throw new UnsupportedSignatureVersionException("Events cannot be signed with " + mark.algorithm()
                            + "; sign them for one region, with v4");
                }
                byte[] seed = sign(request, scope, clock.instant(), work, null);
                request.body(events.signedBy(new EventSignatures(scope, hmac.keys(), clock, seed)));
            } else {
                sign(request, scope, clock.instant(), work, null);
            }
        } finally {
            workspaces.giveBack(work);
        }
    }

    /**
     * Shows the steps of a signature, for tests and for finding out why a service refuses one.
     *
     * @param request stays as it is
     * @param scope who signs, and for what
     * @param now the time of the signature
     * @return its steps
     */
    public Steps explain(AwsRequest request, Signer.Scope scope, Instant now) {
        AwsRequest copy = new AwsRequest(request.method(), request.url(), request.headers().copy(), request.body(),
                request.authPath(), request.streamOutput(), new HashMap<>(request.context()));
        copy.params().putAll(request.params());
        String[] steps = new String[2];
        sign(copy, scope, now, new Workspace(), steps);
        return new Steps(steps[0], steps[1], copy.headers().get("Authorization"), copy.headers());
    }

    /**
     * The steps of a signature.
     *
     * @param canonicalRequest the request in canonical form
     * @param stringToSign what the signing key signs
     * @param authorization the {@code Authorization} header
     * @param headers all headers of the signed request
     */
    public record Steps(String canonicalRequest, String stringToSign, String authorization, HttpHeaders headers) {
    }

    private byte[] sign(AwsRequest request, Signer.Scope scope, Instant now, Workspace work, String[] steps) {
        check(scope);
        SigningTime time = time(now.getEpochSecond());
        request.context().put("timestamp", time.timestamp());
        setHeaders(request, scope.credentials(), time, work);
        mark.setHeaders(request.headers(), scope);

        String signedHeaders = writeCanonicalRequest(request, work);
        Bytes text = work.text();
        if (steps != null) {
            steps[0] = text.text(0, text.size());
        }
        byte[] hash = work.sha256OfText();
        String credentialScope = mark.credentialScope(time.day(), scope);
        Mark.Key key = mark.key(scope, time.day(), work);
        text.truncate(0).utf8(mark.algorithm()).put('\n').utf8(time.timestamp()).put('\n').utf8(credentialScope).put('\n')
                .hex(hash);
        if (steps != null) {
            steps[1] = text.text(0, text.size());
        }
        byte[] signature = key.signText(work);

        text.truncate(0).utf8(mark.algorithm()).utf8(" Credential=").utf8(scope.credentials().accessKey()).put('/')
                .utf8(credentialScope).utf8(", SignedHeaders=").utf8(signedHeaders).utf8(", Signature=").hex(signature);
        request.headers().put("Authorization", text.text(0, text.size()));
        return signature;
    }

    private static void check(Signer.Scope scope) {
        if (scope.credentials() == null) {
            throw new NoCredentialsException("Unable to locate credentials. " + ClientSigner.CREDENTIALS_HINT);
        }
        if (scope.region() == null) {
            throw new NoRegionException("You must specify a region.");
        }
    }

    private SigningTime time(long second) {
        SigningTime time = lastTime;
        if (time.second() != second) {
            time = SigningTime.of(second);
            lastTime = time;
        }
        return time;
    }

    private void setHeaders(AwsRequest request, FrozenCredentials credentials, SigningTime time, Workspace work) {
        HttpHeaders headers = request.headers();
        // what an attempt before this one left behind must not be signed
        headers.remove("Authorization");
        headers.remove("X-Amz-Date");
        if (headers.contains("Date")) {
            headers.put("Date", time.httpDate());
        } else {
            headers.put("X-Amz-Date", time.timestamp());
        }
        if (credentials.token() != null && !credentials.token().isEmpty()) {
            headers.put(TOKEN, credentials.token());
        }
        if (request.body() instanceof EventStreamBody) {
            headers.put(CONTENT_HASH, Payload.EVENTS);
        } else if (s3) {
            headers.put(CONTENT_HASH, Payload.describe(request, true, work));
        } else if (Payload.isSwitchedOff(request.context())) {
            headers.put(CONTENT_HASH, Payload.UNSIGNED);
        }
    }

    /** Writes it into the workspace's text and returns the names of the signed headers. */
    private String writeCanonicalRequest(AwsRequest request, Workspace work) {
        HttpHeaders headers = request.headers();
        Url url = new Url(request.url());
        String payload = headers.get(CONTENT_HASH);
        if (payload == null) {
            payload = Payload.describe(request, false, work);
        }
        Bytes text = work.text().truncate(0);
        text.utf8(request.method()).put('\n');
        if (s3) {
            CanonicalPath.writeAsSent(url, text);
        } else {
            CanonicalPath.writeNormalized(url, text);
        }
        text.put('\n');
        CanonicalQuery.write(url, request.params(), work);
        text.put('\n');
        int count = CanonicalHeaders.select(headers, work);
        CanonicalHeaders.write(headers, url, count, work);
        text.put('\n');
        int names = text.size();
        CanonicalHeaders.writeNames(headers, count, work);
        int namesEnd = text.size();
        text.put('\n').utf8(payload);
        return text.text(names, namesEnd);
    }
}
