package org.tucuxi.itests.interop.roundtrip;

import java.util.Map;

/**
 * Where a sample alone will not do: parameters that the rules of an endpoint read, and members that handlers or the
 * transport read or change on purpose.
 */
final class Customized {

    private Customized() {
    }

    static void adapt(String service, Exchange exchange) {
        if (exchange.input != null) {
            forEndpoints(exchange);
        }
        // The length of a streamed body is checked.
        if (exchange.output != null && exchange.output.text("payload") != null
                && exchange.result.get(exchange.output.text("payload")) instanceof byte[] body) {
            exchange.output.members().forEach((name, shape) -> {
                if ("content-length".equalsIgnoreCase(shape.text("locationName"))) {
                    exchange.result.put(name, (long) body.length);
                }
            });
        }
        if (service.equals("s3")) {
            forS3(exchange);
        }
    }

    /** Takes out of a result what was not in the sample. */
    static void strip(Exchange exchange, Map<String, Object> actual) {
        if (exchange.name().equals("GetBucketLocation")) {
            actual.remove("LocationConstraint");
        } else if (exchange.name().endsWith("BucketNotification")) {
            withoutEvent(actual);
        } else if (exchange.name().equals("SendApiAsset")) {
            // All headers are members, also the one with the id of the request.
            ((Map<?, ?>) actual.get("ResponseHeaders")).remove("x-amzn-RequestId");
        }
    }

    private static void forEndpoints(Exchange exchange) {
        Map<String, Object> parameters = exchange.parameters;
        exchange.input.members().forEach((name, shape) -> {
            if (shape.trait("contextParam").isMissingNode() || !(parameters.get(name) instanceof String)) {
                return;
            }
            if (name.equals("AccountId")) {
                parameters.put(name, "123456789012");
            } else if (name.equals("KvsARN")) {
                parameters.put(name, "arn:aws:cloudfront::123456789012:key-value-store/sample");
            } else if (name.equals("Bucket")) {
                parameters.put(name, "sample-bucket");
            } else if (!exchange.input.requires(name)) {
                parameters.remove(name);
            }
        });
    }

    private static void forS3(Exchange exchange) {
        // One algorithm that is always there; the client computes what it names.
        if (exchange.parameters.containsKey("ChecksumAlgorithm")) {
            exchange.parameters.put("ChecksumAlgorithm", "CRC32");
        }
        // Those of samples are none of the bodies beside them.
        if (exchange.output != null && exchange.output.text("payload") != null) {
            exchange.result.keySet().removeIf(member -> member.startsWith("Checksum") && !member.equals("ChecksumType"));
        }
        // Handlers add ExpiresString, and read the location from the root of the document.
        exchange.result.remove("Expires");
        if (exchange.name().equals("GetBucketLocation")) {
            exchange.result.remove("LocationConstraint");
        }
        // Event and Events are the same element.
        if (exchange.name().endsWith("BucketNotification")) {
            withoutEvent(exchange.parameters);
            withoutEvent(exchange.result);
        }
    }

    private static void withoutEvent(Map<?, ?> members) {
        members.remove("Event");
        members.values().forEach(value -> {
            if (value instanceof Map<?, ?> nested) {
                withoutEvent(nested);
            }
        });
    }
}
