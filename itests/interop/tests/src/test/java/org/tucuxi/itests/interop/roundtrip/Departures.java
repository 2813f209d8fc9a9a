package org.tucuxi.itests.interop.roundtrip;

import java.util.List;

/** Where requests differ from botocore's on purpose, and why. */
final class Departures {

    private record Departure(String service, String operation, String problem) {
    }

    private static final List<Departure> ALL = List.of(
            // Their models put SigV4a first. The reference signs so with a native library only, and does without it here.
            new Departure("partnercentral-.*|sustainability", ".*", "headers .*AWS4-ECDSA-P256-SHA256.*"),
            new Departure("cloudfront-keyvaluestore", ".*", "sent, instead of .*MissingDependencyException.*"));

    private Departures() {
    }

    static boolean contains(String service, String operation, String problem) {
        return ALL.stream().anyMatch(one -> service.matches(one.service()) && operation.matches(one.operation())
                && problem.matches("(?s)" + one.problem()));
    }
}
