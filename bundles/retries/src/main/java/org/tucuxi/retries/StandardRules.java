package org.tucuxi.retries;

import java.util.function.DoubleSupplier;
import org.tucuxi.event.NeedsRetry;
import org.tucuxi.http.ConnectTimeoutException;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.ReadTimeoutException;

/**
 * Costs and pauses of standard mode, as they are or as the environment variable {@code AWS_NEW_RETRIES_2026} makes
 * them.
 *
 * @param sid the service id in event names
 * @param revised whether the switch is on
 * @param random numbers from 0 to below 1
 */
record StandardRules(String sid, boolean revised, DoubleSupplier random) {

    static final String SWITCH = "AWS_NEW_RETRIES_2026";

    private static final double LONGEST_PAUSE = 20;
    private static final double LONGEST_RETRY_AFTER = 5;

    int defaultAttempts() {
        return revised && isDynamo() ? 4 : 3;
    }

    int cost(NeedsRetry event) {
        if (revised) {
            return RetryableErrors.isThrottling(event) ? 5 : 14;
        }
        Throwable caught = event.caughtException();
        return caught instanceof ConnectTimeoutException || caught instanceof ReadTimeoutException ? 10 : 5;
    }

    double pause(NeedsRetry event) {
        double scale = revised ? scale(event) : 1;
        double pause = random.getAsDouble() * Math.min(scale * Math.pow(2, event.attempts() - 1.0), LONGEST_PAUSE);
        double retryAfter = revised ? retryAfter(event.httpResponse()) : -1;
        return retryAfter < 0 ? pause : Math.max(pause, Math.min(retryAfter, pause + LONGEST_RETRY_AFTER));
    }

    /** Calls that wait at the server for work shall not turn into a busy loop of callers when the quota is used up. */
    boolean isLongPolling(NeedsRetry event) {
        if (!revised || event.operation() == null) {
            return false;
        }
        String operation = event.operation().name();
        return switch (sid) {
            case "sqs" -> operation.equals("ReceiveMessage");
            case "sfn" -> operation.equals("GetActivityTask");
            case "swf" -> operation.equals("PollForActivityTask") || operation.equals("PollForDecisionTask");
            default -> false;
        };
    }

    private double scale(NeedsRetry event) {
        if (RetryableErrors.isThrottling(event)) {
            return 1;
        }
        return isDynamo() ? 0.025 : 0.05;
    }

    private boolean isDynamo() {
        return sid.equals("dynamodb") || sid.equals("dynamodb-streams");
    }

    /** What the service asks for, in seconds; -1 when it asks for nothing that can be understood. */
    private static double retryAfter(HttpResponse response) {
        String millis = response == null ? null : response.headers().get("x-amz-retry-after");
        if (millis == null) {
            return -1;
        }
        try {
            return Math.max(-1, Long.parseLong(millis.strip()) / 1000.0);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
