package org.tucuxi.retries;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tucuxi.event.NeedsRetry;
import org.tucuxi.http.ConnectionException;
import org.tucuxi.http.HttpClientException;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.StructureShape;

/** What standard mode tries again: transient, throttling, modelled and special errors. */
final class RetryableErrors {

    private static final Set<String> TRANSIENT =
            Set.of("RequestTimeout", "RequestTimeoutException", "PriorRequestNotComplete");
    private static final Set<String> THROTTLING = Set.of("Throttling", "ThrottlingException", "ThrottledException",
            "RequestThrottledException", "TooManyRequestsException", "ProvisionedThroughputExceededException",
            "TransactionInProgressException", "RequestLimitExceeded", "BandwidthLimitExceeded",
            "LimitExceededException", "RequestThrottled", "SlowDown", "PriorRequestNotComplete",
            "EC2ThrottledException");

    private RetryableErrors() {
    }

    static boolean isRetryable(NeedsRetry event) {
        String code = Attempt.errorCode(event);
        return isTransient(event, code) || code != null && (THROTTLING.contains(code)
                || modelled(event.operation(), code) != null) || isSpecial(event, code);
    }

    static boolean isThrottling(NeedsRetry event) {
        String code = Attempt.errorCode(event);
        return code != null && (THROTTLING.contains(code) || modelled(event.operation(), code) == Boolean.TRUE);
    }

    private static boolean isTransient(NeedsRetry event, String code) {
        if (code != null && TRANSIENT.contains(code)) {
            return true;
        }
        switch (Attempt.status(event)) {
            case 500, 502, 503, 504:
                return true;
            default:
                Throwable caught = event.caughtException();
                return caught instanceof ConnectionException || caught instanceof HttpClientException;
        }
    }

    /** Whether the operation lists the code as retryable: null for no, true for throttling, false for other reasons. */
    private static Boolean modelled(OperationModel operation, String code) {
        List<StructureShape> errors = operation == null ? List.of() : operation.errors();
        for (int i = 0; i < errors.size(); i++) {
            StructureShape error = errors.get(i);
            if (error.trait("retryable") instanceof Map<?, ?> retryable && code.equals(error.errorCode())) {
                return Boolean.TRUE.equals(retryable.get("throttling"));
            }
        }
        return null;
    }

    private static boolean isSpecial(NeedsRetry event, String code) {
        String service = event.operation() == null ? "" : event.operation().service().serviceName();
        return switch (service) {
            case "sts" -> "IDPCommunicationError".equals(code);
            case "dynamodb" -> Attempt.crc32Mismatch(event.httpResponse()) != null;
            default -> false;
        };
    }
}
