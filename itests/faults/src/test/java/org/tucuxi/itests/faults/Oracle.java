package org.tucuxi.itests.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Foretells how calls of one client go, from the published rules of the retry modes. Written apart from the code that it
 * judges: tables instead of policies, seconds instead of durations.
 */
final class Oracle {

    private static final Set<Integer> SERVER_ERRORS = Set.of(500, 502, 503, 504);
    private static final Set<String> THROTTLING = Set.of("Throttling", "ThrottlingException", "ThrottledException",
            "RequestThrottledException", "TooManyRequestsException", "ProvisionedThroughputExceededException",
            "TransactionInProgressException", "RequestLimitExceeded", "BandwidthLimitExceeded", "LimitExceededException",
            "RequestThrottled", "SlowDown", "PriorRequestNotComplete", "EC2ThrottledException");
    private static final Set<String> TRANSIENT =
            Set.of("RequestTimeout", "RequestTimeoutException", "PriorRequestNotComplete");
    private static final Set<String> LEGACY_CODES_OF_400 = Set.of("ThrottlingException", "ThrottledException",
            "RequestThrottledException", "Throttling", "ProvisionedThroughputExceededException");
    /** Legacy mode's additions: endpoint prefix, status and code. */
    private static final Set<String> LEGACY_ADDITIONS = Set.of("dynamodb 409 ReplicatedWriteConflictException",
            "dynamodb 400 TransactionInProgressException", "ec2 503 RequestLimitExceeded", "ec2 503 EC2ThrottledException",
            "kinesis 400 LimitExceededException", "sqs 403 RequestThrottled", "s3 400 RequestTimeout", "s3 400 BadDigest",
            "route53 400 Throttling", "route53 400 PriorRequestNotComplete", "sts 400 IDPCommunicationError");
    private static final Set<String> SKEW = Set.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture",
            "InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure");
    private static final DateTimeFormatter TTL =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Mode mode;
    private final Target target;
    /** A part of the time to live that attempts announce. */
    private final Duration readTimeout;
    private final RateOracle rate;
    private int quota = 500;
    private Duration clockAhead = Duration.ZERO;

    Oracle(Mode mode, Target target, Duration readTimeout, double now) {
        this.readTimeout = readTimeout;
        this.mode = mode;
        this.target = target;
        this.rate = mode == Mode.ADAPTIVE ? new RateOracle(now) : null;
    }

    private int limit(Plan plan) {
        if (plan.maxAttempts() > 0) {
            return plan.maxAttempts();
        }
        if (target.attempts() > 0) {
            return target.attempts();
        }
        boolean dynamo = target.service().equals("dynamodb");
        return switch (mode) {
            case LEGACY -> dynamo ? 10 : 5;
            case NEW_RETRIES -> dynamo ? 4 : 3;
            default -> 3;
        };
    }

    /** What foretelling one call needs to remember. */
    private final class Course {
        private final Plan plan;
        private final Chance random;
        private final int limit;
        private final List<Long> pauses = new ArrayList<>();
        private final List<String> announced = new ArrayList<>();
        private double seconds;
        private Duration held = Duration.ZERO;
        private int taken;
        private boolean maxReached;
        private boolean quotaReached;
        private boolean stop;
        private Duration usedClock = clockAhead;
        private boolean clockCorrected;

        Course(Plan plan, Chance random, double now) {
            this.plan = plan;
            this.random = random;
            this.limit = limit(plan);
            this.seconds = now;
        }

        Story story(String ending) {
            return new Story(ending, announced, pauses, maxReached, quotaReached);
        }
    }

    /** A story, and how long the rate limiter holds the call back in it. */
    record Prophecy(Story story, Duration held) {
    }

    Prophecy foretell(Plan plan, Chance random, double now) {
        Course course = new Course(plan, random, now);
        Story story = follow(course);
        return new Prophecy(story, course.held);
    }

    private Story follow(Course course) {
        String ttl = "";
        for (int attempt = 1;; attempt++) {
            hold(course);
            boolean knowsMax = attempt > 1 || mode == Mode.NEW_RETRIES;
            course.announced.add(ttl + "attempt=" + attempt + (knowsMax ? "; max=" + course.limit : ""));
            Fault fault = course.plan.fault(attempt);
            if (Answers.isUnreadable(target, fault)) {
                return course.story("unreadable");
            }
            Double delay = decide(course, fault, attempt);
            if (rate != null) {
                rate.response(course.seconds, isThrottling(fault));
            }
            if (delay == null && !course.stop && correctsClock(course, fault, attempt)) {
                delay = 0.0;
            }
            if (delay == null) {
                return end(course, fault);
            }
            if (fault.clock() != null) {
                ttl = "ttl=" + TTL.format(date(course, fault).plus(readTimeout)) + "; ";
            }
            if (isTooLate(course, delay)) {
                return course.story("call timeout");
            }
            pause(course, delay);
        }
    }

    private void hold(Course course) {
        if (rate != null) {
            double wait = rate.acquire(course.seconds);
            course.seconds += wait;
            course.held = course.held.plusNanos(Math.round(wait * 1e9));
        }
    }

    private static void pause(Course course, double delay) {
        long nanos = (long) (delay * 1e9);
        if (nanos > 0) {
            course.pauses.add(nanos);
            course.seconds += nanos / 1e9;
        }
    }

    private static boolean isTooLate(Course course, double delay) {
        if (course.plan.timeout() == null) {
            return false;
        }
        long elapsed = course.pauses.stream().mapToLong(Long::longValue).sum() + course.held.toNanos();
        return (long) (delay * 1e9) >= course.plan.timeout().toNanos() - elapsed;
    }

    private static Instant date(Course course, Fault fault) {
        return course.plan.begins().plus(fault.clock()).truncatedTo(ChronoUnit.SECONDS);
    }

    private boolean correctsClock(Course course, Fault fault, int attempt) {
        if (fault.clock() == null || !SKEW.contains(String.valueOf(fault.code())) || course.clockCorrected) {
            return false;
        }
        long elapsed = course.pauses.stream().mapToLong(Long::longValue).sum() + course.held.toNanos();
        Duration ahead = Duration.between(course.plan.begins().plusNanos(elapsed), date(course, fault));
        if (Math.abs(ahead.minus(course.usedClock).getSeconds()) <= 240) {
            return false;
        }
        clockAhead = ahead;
        course.usedClock = ahead;
        course.clockCorrected = attempt < course.limit;
        return course.clockCorrected;
    }

    private Story end(Course course, Fault fault) {
        String ending = Answers.ending(target, fault);
        if (ending.equals("crc32") && mode != Mode.LEGACY) {
            // Standard mode has no quarrel with what it may not repeat.
            ending = "ok";
        }
        if (ending.startsWith("ok") && mode != Mode.LEGACY) {
            quota = Math.min(500, quota + (course.taken == 0 ? 1 : course.taken));
        }
        boolean hasResponse = ending.startsWith("ok") || ending.startsWith("error");
        return hasResponse ? course.story(ending)
                : new Story(ending, course.announced, course.pauses, false, false);
    }

    private Double decide(Course course, Fault fault, int attempt) {
        return mode == Mode.LEGACY ? legacy(course, fault, attempt) : standard(course, fault, attempt);
    }

    private Double legacy(Course course, Fault fault, int attempt) {
        boolean retryable = Answers.isFailure(target, fault) || isLegacyStatus(fault) || isLegacyCode(fault)
                || isDamaged(fault);
        if (!retryable) {
            return null;
        }
        if (attempt >= course.limit) {
            course.maxReached = true;
            return null;
        }
        double base = target.endpointPrefix().equals("dynamodb") ? 0.05 : course.random.unit();
        return base * Math.pow(2, attempt - 1);
    }

    private static boolean isLegacyStatus(Fault fault) {
        return isError(fault) && (SERVER_ERRORS.contains(fault.status()) || fault.status() == 509 || fault.status() == 429);
    }

    private boolean isLegacyCode(Fault fault) {
        return isError(fault) && (fault.status() == 400 && LEGACY_CODES_OF_400.contains(String.valueOf(fault.code()))
                || LEGACY_ADDITIONS.contains(target.endpointPrefix() + ' ' + fault.status() + ' ' + fault.code()));
    }

    private boolean isDamaged(Fault fault) {
        return fault.kind() == Fault.Kind.WRONG_CRC32 && target.service().equals("dynamodb");
    }

    private static boolean isError(Fault fault) {
        return fault.kind() == Fault.Kind.ANSWER;
    }

    private boolean isThrottling(Fault fault) {
        return isError(fault) && THROTTLING.contains(String.valueOf(fault.code()));
    }

    private Double standard(Course course, Fault fault, int attempt) {
        if (attempt >= course.limit) {
            course.maxReached = true;
            return null;
        }
        if (!isRetryableInStandardMode(fault)) {
            return null;
        }
        int cost = cost(fault);
        if (cost > quota) {
            course.quotaReached = true;
            if (mode == Mode.NEW_RETRIES && target.operation().equals("ReceiveMessage")) {
                pause(course, delay(course, fault, attempt));
                course.stop = true;
            }
            return null;
        }
        quota -= cost;
        course.taken = cost;
        return delay(course, fault, attempt);
    }

    private boolean isRetryableInStandardMode(Fault fault) {
        String code = String.valueOf(fault.code());
        return Answers.isFailure(target, fault) || isDamaged(fault) || isError(fault)
                && (SERVER_ERRORS.contains(fault.status()) || TRANSIENT.contains(code) || THROTTLING.contains(code)
                        || target.modelled().contains(code)
                        || target.service().equals("sts") && code.equals("IDPCommunicationError"));
    }

    private int cost(Fault fault) {
        if (mode == Mode.NEW_RETRIES) {
            return isThrottling(fault) ? 5 : 14;
        }
        return fault.kind() == Fault.Kind.STALL ? 10 : 5;
    }

    private double delay(Course course, Fault fault, int attempt) {
        if (mode != Mode.NEW_RETRIES) {
            return course.random.unit() * Math.min(Math.pow(2, attempt - 1), 20);
        }
        double scale = isThrottling(fault) ? 1 : target.service().equals("dynamodb") ? 0.025 : 0.05;
        double t = course.random.unit() * Math.min(scale * Math.pow(2, attempt - 1), 20);
        Double asked = retryAfter(fault);
        return asked == null ? t : Math.max(t, Math.min(asked, t + 5));
    }

    private static Double retryAfter(Fault fault) {
        try {
            int millis = fault.retryAfterMillis() == null ? -1 : Integer.parseInt(fault.retryAfterMillis());
            return millis < 0 ? null : millis / 1000.0;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
