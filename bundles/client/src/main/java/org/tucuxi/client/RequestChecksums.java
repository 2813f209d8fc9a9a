package org.tucuxi.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.Shape;

/**
 * The checksum of a request, in a header: by the algorithm that the caller named, or CRC32 where the service demands one (S3 of
 * DeleteObjects); none when the caller gave it. S3 refuses a request that names an algorithm and has no checksum.
 */
final class RequestChecksums {

    private static final String PREFIX = "x-amz-checksum-";

    private RequestChecksums() {
    }

    static void apply(OperationModel operation, Map<String, Object> params, SerializedRequest request) {
        Map<String, Object> traits = operation.map("httpChecksum");
        Object member = traits.get("requestAlgorithmMember");
        Object named = member == null ? null : params.get(member.toString());
        boolean isRequired = operation.flag("httpChecksumRequired") || Boolean.TRUE.equals(traits.get("requestChecksumRequired"));
        if (named == null && !isRequired || !request.body().isRepeatable() || isPresent(request.headers())) {
            return;
        }
        String algorithm = named == null ? "CRC32" : named.toString();
        request.headers().put(PREFIX + algorithm.toLowerCase(Locale.ROOT), checksum(algorithm, request.body()));
        Shape shape = member == null || operation.input() == null ? null : operation.input().members().get(member.toString());
        if (named == null && shape != null && "header".equals(shape.location())) {
            request.headers().put(shape.locationName(), algorithm);
        }
    }

    private static String checksum(String algorithm, HttpBody body) {
        try {
            return BodyChecksum.of(algorithm, body);
        } catch (IOException e) {
            throw new UncheckedIOException("The request body cannot be read for its checksum", e);
        }
    }

    /** A Content-MD5 of the caller's does not count: the reference looks at the flexible checksums only. */
    private static boolean isPresent(HttpHeaders headers) {
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.nameAt(i);
            if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) && name.indexOf('-', PREFIX.length()) < 0) {
                return true;
            }
        }
        return false;
    }
}
