package org.tucuxi.protocols.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;

/** The part of a result that tells about the response itself. */
public final class ResponseMetadata {

    private ResponseMetadata() {
    }

    /**
     * The ids that a service put into the headers.
     *
     * @param headers the headers
     * @return a new map, possibly empty
     */
    public static Map<String, Object> ids(HttpHeaders headers) {
        Map<String, Object> metadata = new LinkedHashMap<>(8);
        String id = headers.get("x-amzn-requestid");
        if (id != null) {
            metadata.put("RequestId", id);
            return metadata;
        }
        id = headers.get("x-amz-request-id");
        if (id != null) {
            metadata.put("RequestId", id);
            String host = headers.get("x-amz-id-2");
            metadata.put("HostId", host == null ? "" : host);
        }
        return metadata;
    }

    /** Adds what every result tells: status, headers and the checksum that was verified. */
    static void complete(Map<String, Object> metadata, RawResponse response) {
        metadata.put("HTTPStatusCode", response.status());
        metadata.put("HTTPHeaders", response.headers().toLowerCaseMap());
        if (response.context().get("checksum") instanceof Map<?, ?> checksum
                && checksum.get("response_algorithm") instanceof String algorithm && !algorithm.isEmpty()) {
            metadata.put("ChecksumAlgorithm", algorithm);
        }
    }
}
