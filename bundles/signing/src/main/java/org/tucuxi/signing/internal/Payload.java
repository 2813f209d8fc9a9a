package org.tucuxi.signing.internal;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Map;
import org.tucuxi.ClientConfig;
import org.tucuxi.TucuxiException;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.UnseekableStreamException;

/** What a signature says about the body: its hash, or why it has none. */
final class Payload {

    static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    static final String UNSIGNED_TRAILER = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    /** The body is an event stream, whose frames are signed one by one. */
    static final String EVENTS = "STREAMING-AWS4-HMAC-SHA256-EVENTS";
    static final String EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final int PIECE = 1024 * 1024;

    private Payload() {
    }

    /** Whether the operation, or a handler, decided against signing the body. */
    static boolean isSwitchedOff(Map<String, Object> context) {
        return Boolean.FALSE.equals(context.get("payload_signing_enabled"));
    }

    static String describe(AwsRequest request, Variant variant, Workspace work) {
        if ("trailer".equals(requestChecksum(request).get("in"))) {
            return UNSIGNED_TRAILER;
        }
        boolean signed = variant.isS3() ? isSignedByS3(request) : isSigned(request);
        return signed ? hash(request.body(), work.sha256()) : UNSIGNED;
    }

    /** Without TLS the body is always signed. */
    private static boolean isSigned(AwsRequest request) {
        return !request.url().startsWith("https") || !isSwitchedOff(request.context());
    }

    /** S3 accepts an unsigned body where TLS and a checksum protect it; that saves reading streams twice. */
    static boolean isSignedByS3(AwsRequest request) {
        Boolean configured = configuredForS3(request.context());
        if (configured != null) {
            return configured;
        }
        Map<?, ?> checksum = requestChecksum(request);
        String checksumHeader = "header".equals(checksum.get("in")) && checksum.get("name") instanceof String name
                ? name : "Content-MD5";
        if (!request.url().startsWith("https") || !request.headers().contains(checksumHeader)) {
            return true;
        }
        return !Boolean.TRUE.equals(request.context().get("has_streaming_input")) && isSigned(request);
    }

    /**
     * Whether the body must be signed although a checksum comes behind it: over plain HTTP, or because somebody wants
     * it.
     */
    static boolean isDemandedOfS3(AwsRequest request) {
        Boolean configured = configuredForS3(request.context());
        return configured != null ? configured : !request.url().startsWith("https");
    }

    private static Boolean configuredForS3(Map<String, Object> context) {
        if (context.get("client_config") instanceof ClientConfig config && config.s3() != null) {
            Object value = config.s3().get("payload_signing_enabled");
            return value == null ? null : (Boolean) "true".equalsIgnoreCase(value.toString());
        }
        return null;
    }

    private static Map<?, ?> requestChecksum(AwsRequest request) {
        return request.context().get("checksum") instanceof Map<?, ?> checksum
                && checksum.get("request_algorithm") instanceof Map<?, ?> algorithm ? algorithm : Map.of();
    }

    private static String hash(HttpBody body, MessageDigest sha256) {
        byte[] bytes = body.bytes();
        if (bytes != null) {
            return bytes.length == 0 ? EMPTY_HASH : Bytes.hexText(sha256.digest(bytes));
        }
        if (!body.isRepeatable()) {
            throw new UnseekableStreamException("The signature covers the request body, but the body is a stream that"
                    + " can be read only once: it could not be sent any more. Pass a byte[], a Path, a FileInputStream"
                    + " or an HttpBody that is repeatable");
        }
        long length = body.length();
        byte[] piece = new byte[length < 0 || length > PIECE ? PIECE : (int) Math.max(length, 1)];
        try (InputStream in = body.open()) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                sha256.update(piece, 0, n);
            }
        } catch (IOException e) {
            throw new TucuxiException("The request body could not be read for its signature: " + e.getMessage(), e);
        }
        return Bytes.hexText(sha256.digest());
    }
}
