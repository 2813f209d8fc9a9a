package org.tucuxi.client.checksum;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.tucuxi.ClientConfig;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.EventHandler;
import org.tucuxi.http.AwsChunkedBody.Sum;
import org.tucuxi.http.FlexibleChecksumException;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.http.StreamingBody;

/** Checks responses by the checksum that came with them (botocore/httpchecksum.py). */
public final class ResponseChecksums {

    private static final String RESPONSE_ALGORITHM = "response_algorithm";

    private ResponseChecksums() {
    }

    /**
     * Asks the service for checksums, unless the caller decided or configured otherwise.
     *
     * @return a handler of {@code before-parameter-build}
     */
    public static EventHandler<BeforeParameterBuild, Void> validationMode() {
        return event -> {
            String member = OperationChecksums.modeMember(event.model());
            if (member != null && event.context().get("client_config") instanceof ClientConfig config
                    && "when_supported".equals(config.responseChecksumValidation())) {
                event.params().putIfAbsent(member, "ENABLED");
            }
            return null;
        };
    }

    /**
     * Checks a body in memory at once, and lets a streamed one be checked when its end is read. An error is not checked: what its
     * headers say of the object is not said of its body.
     *
     * @param response as it came; its context gets {@code checksum.response_algorithm}
     * @param context the context of the call
     * @throws FlexibleChecksumException when a body in memory has another checksum
     */
    public static void check(RawResponse response, Map<String, Object> context) {
        if (response.status() < 300 && context.get(RequestChecksums.CONTEXT) instanceof Map<?, ?> checksum
                && checksum.get(RequestChecksums.RESPONSE_ALGORITHMS) instanceof List<?> candidates) {
            for (int i = 0; i < candidates.size(); i++) {
                ChecksumAlgorithm algorithm = ChecksumAlgorithm.of(String.valueOf(candidates.get(i)));
                String expected = expected(response.headers(), algorithm);
                if (expected != null) {
                    check(response, algorithm, expected);
                    response.context().put(RequestChecksums.CONTEXT, Map.of(RESPONSE_ALGORITHM, algorithm.id()));
                    return;
                }
            }
        }
    }

    /** A checksum of checksums, which S3 gives for parts, has a hyphen and says nothing of the body as a whole. */
    private static String expected(HttpHeaders headers, ChecksumAlgorithm algorithm) {
        String value = headers.get(algorithm.header());
        return value == null || value.indexOf('-') >= 0 ? null : value;
    }

    private static void check(RawResponse response, ChecksumAlgorithm algorithm, String expected) {
        Sum sum = algorithm.sum();
        if (response.isStream()) {
            long length = response.stream() instanceof StreamingBody body ? body.contentLength() : -1;
            response.stream(new StreamingBody(new CheckedStream(response.stream(), length, sum, expected), length));
        } else {
            byte[] content = response.content();
            sum.update(content, 0, content.length);
            compare(sum, expected);
        }
    }

    static void compare(Sum sum, String expected) {
        String calculated = Base64.getEncoder().encodeToString(sum.digest());
        if (!calculated.equals(expected.strip())) {
            throw FlexibleChecksumException.mismatch(expected, calculated);
        }
    }

    /**
     * Tells the caller by which algorithm the body is checked.
     *
     * @param response as it was checked
     * @param parsed the result, whose {@code ResponseMetadata} tells it
     */
    @SuppressWarnings("unchecked")
    public static void report(RawResponse response, Map<String, Object> parsed) {
        if (response.context().get(RequestChecksums.CONTEXT) instanceof Map<?, ?> checksum
                && checksum.get(RESPONSE_ALGORITHM) != null && parsed.get("ResponseMetadata") instanceof Map<?, ?> metadata) {
            ((Map<String, Object>) metadata).put("ChecksumAlgorithm", checksum.get(RESPONSE_ALGORITHM));
        }
    }
}
