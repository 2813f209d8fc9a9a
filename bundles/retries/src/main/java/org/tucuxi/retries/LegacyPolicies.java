package org.tucuxi.retries;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The tables of legacy mode (botocore's {@code _retry} data): what applies to all services and what single services
 * add, by their endpoint prefix. A policy of a service takes the place of the general one with the same key, for that
 * service only.
 *
 * @param policies in the order in which they are asked
 * @param maxAttempts how many attempts there are unless the user says otherwise
 * @param fixedBase the first pause in seconds; 0 for a random one of less than a second
 */
record LegacyPolicies(List<LegacyPolicy> policies, int maxAttempts, double fixedBase) {

    private static final int BAD_REQUEST = 400;
    private static final Map<String, LegacyPolicy> GENERAL = general();
    private static final Map<String, Map<String, LegacyPolicy>> BY_ENDPOINT_PREFIX = Map.of(
            "organizations", Map.of("too_many_requests", code(BAD_REQUEST, "TooManyRequestsException")),
            "ec2", ordered("request_limit_exceeded", code(503, "RequestLimitExceeded"),
                    "ec2_throttled_exception", code(503, "EC2ThrottledException")),
            "cloudsearch", Map.of("request_limit_exceeded", code(509, "BandwidthLimitExceeded")),
            "kinesis", Map.of("request_limit_exceeded", code(BAD_REQUEST, "LimitExceededException")),
            "sqs", Map.of("request_limit_exceeded", code(403, "RequestThrottled")),
            "s3", ordered("timeouts", code(BAD_REQUEST, "RequestTimeout"),
                    "contentmd5", code(BAD_REQUEST, "BadDigest")),
            "glacier", Map.of("timeouts", code(408, "RequestTimeoutException")),
            "route53", ordered("request_limit_exceeded", code(BAD_REQUEST, "Throttling"),
                    "still_processing", code(BAD_REQUEST, "PriorRequestNotComplete")),
            "sts", Map.of("idp_unreachable_error", code(BAD_REQUEST, "IDPCommunicationError")),
            "dynamodb", ordered("write_conflict", code(409, "ReplicatedWriteConflictException"),
                    "still_processing", code(BAD_REQUEST, "TransactionInProgressException"),
                    "crc32", new LegacyPolicy.BodyCrc32()));

    private static final LegacyPolicies PLAIN = merged("");
    private static final Map<String, LegacyPolicies> MERGED = BY_ENDPOINT_PREFIX.keySet().stream()
            .collect(Collectors.toUnmodifiableMap(prefix -> prefix, LegacyPolicies::merged));

    static LegacyPolicies of(String endpointPrefix) {
        return MERGED.getOrDefault(endpointPrefix, PLAIN);
    }

    private static LegacyPolicies merged(String endpointPrefix) {
        Map<String, LegacyPolicy> merged = new LinkedHashMap<>(GENERAL);
        merged.putAll(BY_ENDPOINT_PREFIX.getOrDefault(endpointPrefix, Map.of()));
        boolean dynamodb = endpointPrefix.equals("dynamodb");
        return new LegacyPolicies(List.copyOf(merged.values()), dynamodb ? 10 : 5, dynamodb ? 0.05 : 0);
    }

    private static Map<String, LegacyPolicy> general() {
        return ordered("general_server_error", status(500), "bad_gateway", status(502),
                "service_unavailable", status(503), "gateway_timeout", status(504), "limit_exceeded", status(509),
                "throttling_exception", code(BAD_REQUEST, "ThrottlingException"),
                "throttled_exception", code(BAD_REQUEST, "ThrottledException"),
                "request_throttled_exception", code(BAD_REQUEST, "RequestThrottledException"),
                "throttling", code(BAD_REQUEST, "Throttling"), "too_many_requests", status(429),
                "throughput_exceeded", code(BAD_REQUEST, "ProvisionedThroughputExceededException"));
    }

    private static LegacyPolicy status(int status) {
        return new LegacyPolicy.Status(status);
    }

    private static LegacyPolicy code(int status, String code) {
        return new LegacyPolicy.Code(status, code);
    }

    private static Map<String, LegacyPolicy> ordered(Object... keysAndPolicies) {
        Map<String, LegacyPolicy> result = new LinkedHashMap<>();
        for (int i = 0; i < keysAndPolicies.length; i += 2) {
            result.put((String) keysAndPolicies[i], (LegacyPolicy) keysAndPolicies[i + 1]);
        }
        return result;
    }
}
