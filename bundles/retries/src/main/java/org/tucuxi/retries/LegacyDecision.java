package org.tucuxi.retries;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.NeedsRetry;
import org.tucuxi.http.ChecksumException;
import org.tucuxi.http.ConnectionClosedException;
import org.tucuxi.http.ConnectionException;
import org.tucuxi.http.ReadTimeoutException;

/** Decides as legacy mode does. What cannot be tried again is thrown from here. */
final class LegacyDecision implements EventHandler<NeedsRetry, Duration> {

    private final List<LegacyPolicy> policies;
    private final double fixedBase;
    private final int maxAttempts;
    private final DoubleSupplier random;

    LegacyDecision(LegacyPolicies policies, int maxAttempts, DoubleSupplier random) {
        this.policies = policies.policies();
        this.fixedBase = policies.fixedBase();
        this.maxAttempts = maxAttempts;
        this.random = random;
    }

    @Override
    public Duration handle(NeedsRetry event) {
        int limit = Attempt.limit(event.requestDict().context(), maxAttempts);
        Attempt.raiseMax(event, limit);
        boolean mayTryAgain = event.attempts() < limit;
        if (event.httpResponse() == null) {
            return afterFailure(event, mayTryAgain);
        }
        if (!isRetryable(event, mayTryAgain)) {
            return null;
        }
        if (mayTryAgain) {
            return pause(event.attempts());
        }
        if (event.parsed() != null && event.parsed().get("ResponseMetadata") instanceof Map<?, ?>) {
            Attempt.mark(event, "MaxAttemptsReached");
        }
        return null;
    }

    private Duration afterFailure(NeedsRetry event, boolean mayTryAgain) {
        Throwable caught = event.caughtException();
        if (caught == null) {
            return null;
        }
        if (mayTryAgain && isRetryable(caught)) {
            return pause(event.attempts());
        }
        throw LegacyDecision.<RuntimeException>unchanged(caught);
    }

    private boolean isRetryable(NeedsRetry event, boolean mayTryAgain) {
        String errorCode = Attempt.errorCode(event);
        try {
            for (int i = 0; i < policies.size(); i++) {
                if (policies.get(i).matches(event, errorCode)) {
                    return true;
                }
            }
            return false;
        } catch (ChecksumException e) {
            if (mayTryAgain) {
                return true;
            }
            throw e;
        }
    }

    private static boolean isRetryable(Throwable caught) {
        return caught instanceof ConnectionException || caught instanceof ConnectionClosedException
                || caught instanceof ReadTimeoutException || caught instanceof ChecksumException;
    }

    private Duration pause(int attempts) {
        double base = fixedBase > 0 ? fixedBase : random.getAsDouble();
        return Pause.ofSeconds(base * Math.pow(2, attempts - 1.0));
    }

    /** The caller shall get the very exception that sending threw. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchanged(Throwable caught) throws T {
        throw (T) caught;
    }
}
