package org.tucuxi.itests.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.tucuxi.itests.faults.Fault.Kind;

/** Makes up what goes wrong. */
final class Scripts {

    private static final List<String> CODES = List.of("Throttling", "ThrottlingException", "ThrottledException",
            "RequestThrottledException", "TooManyRequestsException", "ProvisionedThroughputExceededException",
            "TransactionInProgressException", "RequestLimitExceeded", "BandwidthLimitExceeded", "LimitExceededException",
            "RequestThrottled", "SlowDown", "PriorRequestNotComplete", "EC2ThrottledException", "RequestTimeout",
            "RequestTimeoutException", "ReplicatedWriteConflictException", "BadDigest", "IDPCommunicationError",
            "ValidationException", "AccessDenied", "InternalError");
    private static final List<Integer> CLIENT_ERRORS = List.of(400, 400, 400, 400, 403, 408, 409);
    private static final List<Integer> SERVER_ERRORS = List.of(500, 500, 502, 503, 503, 504, 501, 509);
    private static final List<String> SERVER_CODES = Arrays.asList(null, null, "InternalError", "SlowDown",
            "RequestLimitExceeded", "EC2ThrottledException", "BandwidthLimitExceeded");
    private static final List<String> RETRY_AFTER = List.of("1500", "0", "20", "99999", "-5", "soon");
    private static final List<String> SKEWED =
            List.of("RequestTimeTooSkewed", "RequestExpired", "SignatureDoesNotMatch", "InvalidSignatureException");
    private static final List<Kind> BROKEN = List.of(Kind.RESET, Kind.RESET, Kind.CLOSE, Kind.CLOSE, Kind.RESET_IN_BODY,
            Kind.SHORT_BODY, Kind.BAD_LENGTH, Kind.GARBAGE);
    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

    private Scripts() {
    }

    /** The faults of one call. */
    static List<Fault> next(Target target, Chance chance) {
        List<Fault> faults = new ArrayList<>();
        if (chance.unit() < 0.4) {
            return faults;
        }
        int count = 1 + chance.below(7);
        for (int i = 0; i < count; i++) {
            faults.add(fault(target, chance));
        }
        return faults;
    }

    /** A service that is down. */
    static List<Fault> outage(Chance chance) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            faults.add(chance.oneIn(3) ? Fault.of(Kind.RESET) : Fault.answer(503, null));
        }
        return faults;
    }

    /** A server that says nothing. */
    static List<Fault> silence() {
        return Collections.nCopies(12, Fault.of(Kind.STALL));
    }

    private static Fault fault(Target target, Chance chance) {
        double sort = chance.unit();
        if (sort < 0.36) {
            return hurried(Fault.answer(chance.of(SERVER_ERRORS), chance.of(SERVER_CODES)), chance);
        }
        if (sort < 0.64) {
            return hurried(Fault.answer(chance.of(CLIENT_ERRORS), chance.of(CODES)), chance);
        }
        if (sort < 0.70) {
            return hurried(Fault.answer(429, chance.oneIn(2) ? "TooManyRequestsException" : "Busy"), chance);
        }
        if (sort < 0.86) {
            return broken(target, chance.of(BROKEN));
        }
        if (sort < 0.89) {
            return Fault.answer(403, chance.of(SKEWED)).clock(Duration.ofHours(chance.below(9) - 4));
        }
        if (sort < 0.91) {
            return new Fault(Kind.REDIRECT_LOOP, chance.of(REDIRECTS), null, null, null, null);
        }
        if (sort < 0.935) {
            return Fault.of(Kind.TRUNCATED_GZIP);
        }
        if (sort < 0.97) {
            return Fault.of(chance.oneIn(2) || target.isStreamed() ? Kind.WRONG_CHECKSUM : Kind.WRONG_CRC32);
        }
        return Fault.of(Kind.TRICKLE);
    }

    private static Fault hurried(Fault fault, Chance chance) {
        Fault result = chance.oneIn(3) ? fault.retryAfterMillis(chance.of(RETRY_AFTER)) : fault;
        result = chance.oneIn(4) ? result.retryAfter("120") : result;
        return chance.oneIn(4) ? result.clock(Duration.ofSeconds(chance.below(60))) : result;
    }

    /** Whether the head of a streamed answer came before its connection was reset, is a matter of luck. */
    private static Fault broken(Target target, Kind kind) {
        return Fault.of(kind == Kind.RESET_IN_BODY && target.isStreamed() ? Kind.SHORT_BODY : kind);
    }
}
