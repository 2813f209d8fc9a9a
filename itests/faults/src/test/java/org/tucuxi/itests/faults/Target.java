package org.tucuxi.itests.faults;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * An operation that is called, and what of its service the rules of retries go by.
 *
 * @param service its name for clients
 * @param sid the service id in event names
 * @param endpointPrefix the key of legacy mode's tables
 * @param protocol how it writes answers
 * @param operation called with
 * @param parameters these
 * @param modelled error codes that the operation lists as retryable, none of them for throttling
 * @param isStreamed whether the answer's body is a stream
 * @param attempts the client's limit; 0 for the mode's default
 */
record Target(String service, String sid, String endpointPrefix, String protocol, String operation,
        Map<String, Object> parameters, List<String> modelled, boolean isStreamed, int attempts) {

    static final byte[] UPLOAD = "what goes up, again and again".repeat(40).getBytes(StandardCharsets.UTF_8);

    static final List<Target> ALL = List.of(
            of("dynamodb", "dynamodb", "json", "DeleteItem", Map.of("TableName", "t", "Key", Map.of("k", Map.of("S", "1"))), 0)
                    .modelled("ReplicatedWriteConflictException"),
            of("sqs", "sqs", "json", "ReceiveMessage", Map.of("QueueUrl", "http://sqs.invalid/1/q"), 0),
            of("kinesis", "kinesis", "json", "ListStreams", Map.of(), 5),
            of("ec2", "ec2", "ec2", "DescribeRegions", Map.of(), 4),
            of("sts", "sts", "query", "GetCallerIdentity", Map.of(), 0),
            of("s3", "s3", "rest-xml", "ListBuckets", Map.of(), 2),
            of("s3", "s3", "rest-xml", "GetObject",
                    Map.of("Bucket", "b", "Key", "k", "ChecksumMode", "ENABLED"), 0).streamed(),
            of("s3", "s3", "rest-xml", "PutObject", Map.of("Bucket", "b", "Key", "k", "Body", UPLOAD), 6),
            of("route53", "route-53", "route53", "rest-xml", "ListHostedZones", Map.of(), 3),
            of("lambda", "lambda", "rest-json", "ListFunctions", Map.of(), 0),
            of("cloudwatch", "cloudwatch", "monitoring", "smithy-rpc-v2-cbor", "ListMetrics", Map.of(), 8));

    private static Target of(String service, String sid, String protocol, String operation, Map<String, Object> parameters,
            int attempts) {
        return of(service, sid, service, protocol, operation, parameters, attempts);
    }

    private static Target of(String service, String sid, String prefix, String protocol, String operation,
            Map<String, Object> parameters, int attempts) {
        return new Target(service, sid, prefix, protocol, operation, parameters, List.of(), false, attempts);
    }

    private Target modelled(String code) {
        return new Target(service, sid, endpointPrefix, protocol, operation, parameters, List.of(code), isStreamed, attempts);
    }

    private Target streamed() {
        return new Target(service, sid, endpointPrefix, protocol, operation, parameters, modelled, true, attempts);
    }

    boolean isUpload() {
        return parameters.containsKey("Body");
    }

    @Override
    public String toString() {
        return service + "." + operation;
    }
}
