package org.tucuxi.signing.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
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
    private static final String SESSION_TOKEN = "x-amz-s3session-token";

    private final Variant variant;
    private final Mark mark;
    private final Workspaces workspaces = new Workspaces();
    private volatile SigningTime lastTime = SigningTime.of(0);

    SigV4(Variant variant, Mark mark) {
        this.variant = variant;
        this.mark = mark;
    }

    /**
     * The algorithm of all services but S3.
     *
     * @return signature version {@code v4}
     */
    public static SigV4 generic() {
        return new SigV4(Variant.GENERIC, new Mark.Hmac(new SigningKeys()));
    }

    /**
     * S3's variant: the path is signed as it is sent, and a header tells the body's hash.
     *
     * @return signature version {@code s3v4}
     */
    public static SigV4 s3() {
        return new SigV4(Variant.S3, new Mark.Hmac(new SigningKeys()));
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
     * Signs a request in place; a body that is signed piece by piece is replaced by its signed form.
     *
     * @param request gets the headers of the signature; its context gets {@code timestamp}
     * @param scope who signs, and for what
     * @param ours the time of the signature, and of those of the events, unless the service's clock is known to differ
     */
    public void sign(AwsRequest request, Signer.Scope scope, Clock ours) {
        Clock clock = request.context().get(Signer.CLOCK_OFFSET) instanceof Duration ahead
                ? Clock.offset(ours, ahead) : ours;
        Workspace work = workspaces.take();
        try {
            SignedChunks chunks = variant.isS3() ? SignedChunks.of(request, mark, scope) : null;
            if (chunks != null) {
                SigningTime time = time(clock.instant().getEpochSecond());
                chunks.seed(sign(request, scope, time, work, chunks.contentHash(), null), time);
            } else if (request.body() instanceof EventStreamBody events) {
                signEvents(events, request, scope, clock, work);
            } else {
                sign(request, scope, time(clock.instant().getEpochSecond()), work, null, null);
            }
        } finally {
            workspaces.giveBack(work);
        }
    }

    private void signEvents(EventStreamBody events, AwsRequest request, Signer.Scope scope, Clock clock,
            Workspace work) {
        if (!(mark instanceof Mark.Hmac hmac)) {
            throw new UnsupportedSignatureVersionException("Events cannot be signed with " + mark.algorithm()
                    + "; sign them for one region, with v4");
        }
        SigningTime time = time(clock.instant().getEpochSecond());
        byte[] seed = sign(request, scope, time, work, Payload.EVENTS, null);
        request.body(events.signedBy(new EventSignatures(scope, hmac.keys(), clock, seed)));
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
        SignedChunks chunks = variant.isS3() ? SignedChunks.of(copy, mark, scope) : null;
        String streaming = chunks != null ? chunks.contentHash()
                : copy.body() instanceof EventStreamBody ? Payload.EVENTS : null;
        sign(copy, scope, time(now.getEpochSecond()), new Workspace(), streaming, steps);
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

    /** Signs; {@code streaming} is what is said instead of the body's hash when its pieces are signed one by one. */
    private byte[] sign(AwsRequest request, Signer.Scope scope, SigningTime time, Workspace work, String streaming,
            String[] steps) {
        check(scope);
        request.context().put("timestamp", time.timestamp());
        setHeaders(request, scope, time, streaming, work);

        String payload = request.headers().get(CONTENT_HASH);
        String signedHeaders = CanonicalRequest.write(request, variant,
                payload == null ? Payload.describe(request, variant, work) : payload, work);
        Bytes text = work.text();
        if (steps != null) {
            steps[0] = text.text(0, text.size());
        }
        String credentialScope = mark.credentialScope(time.day(), scope);
        byte[] signature = mark.seal(scope, time, credentialScope, work, steps);
        text.truncate(0).utf8(mark.algorithm()).utf8(" Credential=").utf8(scope.credentials().accessKey()).put('/')
                .utf8(credentialScope).utf8(", SignedHeaders=").utf8(signedHeaders).utf8(", Signature=").hex(signature);
        request.headers().put("Authorization", text.text(0, text.size()));
        return signature;
    }

    /** Whoever signs needs credentials and, for the scope of the signature, a region. */
    static void check(Signer.Scope scope) {
        checkCredentials(scope);
        if (scope.region() == null) {
            throw new NoRegionException("You must specify a region.");
        }
    }

    static void checkCredentials(Signer.Scope scope) {
        if (scope.credentials() == null) {
            throw new NoCredentialsException("Unable to locate credentials. " + ClientSigner.CREDENTIALS_HINT);
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

    private void setHeaders(AwsRequest request, Signer.Scope scope, SigningTime time, String streaming,
            Workspace work) {
        HttpHeaders headers = request.headers();
        // what an attempt before this one left behind must not be signed
        headers.remove("Authorization");
        headers.remove("X-Amz-Date");
        if (headers.contains("Date")) {
            headers.put("Date", time.httpDate());
        } else {
            headers.put("X-Amz-Date", time.timestamp());
        }
        setToken(headers, scope.credentials().token());
        if (streaming != null) {
            headers.put(CONTENT_HASH, streaming);
        } else if (variant.isS3()) {
            headers.put(CONTENT_HASH, Payload.describe(request, variant, work));
        } else if (Payload.isSwitchedOff(request.context())) {
            headers.put(CONTENT_HASH, Payload.UNSIGNED);
        }
        String regionSet = mark.regionSet(scope);
        if (regionSet != null) {
            headers.put(Mark.REGION_SET, regionSet);
        }
    }

    private void setToken(HttpHeaders headers, String token) {
        boolean hasToken = token != null && !token.isEmpty();
        if (variant == Variant.S3_EXPRESS) {
            // S3 Express takes the token of its own sessions and refuses that of STS.
            headers.remove(TOKEN);
            if (hasToken) {
                headers.putIfAbsent(SESSION_TOKEN, token);
            }
        } else if (hasToken) {
            headers.put(TOKEN, token);
        }
    }
}
