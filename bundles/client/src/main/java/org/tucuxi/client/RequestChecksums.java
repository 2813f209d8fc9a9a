package org.tucuxi.client;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.zip.CRC32;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.Shape;

/**
 * The checksum that a service demands of some operations (S3 of DeleteObjects): CRC32 in a header, unless the caller gave one or
 * chose an algorithm.
 */
final class RequestChecksums {

    private static final String PREFIX = "x-amz-checksum-";

    private RequestChecksums() {
    }

    static void apply(OperationModel operation, Map<String, Object> params, SerializedRequest request) {
        Map<String, Object> traits = operation.map("httpChecksum");
        boolean isRequired = operation.flag("httpChecksumRequired") || Boolean.TRUE.equals(traits.get("requestChecksumRequired"));
        byte[] body = request.body().bytes();
        if (!isRequired || body == null || isPresent(request.headers())) {
            return;
        }
        Object member = traits.get("requestAlgorithmMember");
        if (member != null && params.containsKey(member.toString())) {
            return;
        }
        CRC32 crc = new CRC32();
        crc.update(body);
        request.headers().put(PREFIX + "crc32",
                Base64.getEncoder().encodeToString(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array()));
        Shape shape = member == null || operation.input() == null ? null : operation.input().members().get(member.toString());
        if (shape != null && "header".equals(shape.location())) {
            request.headers().put(shape.locationName(), "CRC32");
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
