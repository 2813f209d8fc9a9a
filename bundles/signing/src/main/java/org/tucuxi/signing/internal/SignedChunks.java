package org.tucuxi.signing.internal;

import java.util.List;
import java.util.function.Supplier;
import org.tucuxi.http.AwsChunkedBody;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.ChunkSigner;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.signing.Signer;

/**
 * A body that S3 gets in chunks, each with a signature: one whose checksum comes behind it while its payload has to be
 * signed, and one that has to be signed but can be read only once. Makes the signer of each reading, once the request
 * is signed.
 */
final class SignedChunks implements Supplier<ChunkSigner> {

    private static final String ENCODING = "aws-chunked";

    private final Mark mark;
    private final Signer.Scope scope;
    private final String contentHash;
    private SigningTime time;
    private byte[] seed;

    private SignedChunks(Mark mark, Signer.Scope scope, boolean trailer) {
        this.mark = mark;
        this.scope = scope;
        this.contentHash = "STREAMING-" + mark.algorithm() + (trailer ? "-PAYLOAD-TRAILER" : "-PAYLOAD");
    }

    /** Turns the body of a request into one that is signed in chunks; null when that is not the way to send it. */
    static SignedChunks of(AwsRequest request, Mark mark, Signer.Scope scope) {
        HttpBody body = request.body();
        if (body instanceof AwsChunkedBody chunked) {
            boolean trailer = !chunked.trailerNames().isEmpty();
            return trailer && !Payload.isDemandedOfS3(request) ? null : sign(chunked, trailer, request, mark, scope);
        }
        if (body.isRepeatable() || body.length() < 0 || !Payload.isSignedByS3(request)) {
            return null;
        }
        AwsChunkedBody chunked = new AwsChunkedBody(body, List.of());
        SignedChunks result = sign(chunked, false, request, mark, scope);
        setHeaders(request, chunked);
        return result;
    }

    private static SignedChunks sign(AwsChunkedBody chunked, boolean trailer, AwsRequest request, Mark mark,
            Signer.Scope scope) {
        SignedChunks result = new SignedChunks(mark, scope, trailer);
        request.body(chunked.signedBy(result));
        return result;
    }

    private static void setHeaders(AwsRequest request, AwsChunkedBody chunked) {
        HttpHeaders headers = request.headers();
        String encoding = headers.get("Content-Encoding");
        headers.put("Content-Encoding", encoding == null || encoding.isEmpty() ? ENCODING : encoding + ',' + ENCODING);
        headers.put("X-Amz-Decoded-Content-Length", Long.toString(chunked.decodedLength()));
        headers.remove("Transfer-Encoding");
        headers.put("Content-Length", Long.toString(request.body().length()));
    }

    /** What the request says instead of the hash of its body. */
    String contentHash() {
        return contentHash;
    }

    /** The signature of the request, upon which the first chunk's is made. */
    void seed(byte[] signature, SigningTime when) {
        this.seed = signature;
        this.time = when;
    }

    @Override
    public ChunkSigner get() {
        return new ChunkSignatures(mark, scope, time, seed);
    }
}
