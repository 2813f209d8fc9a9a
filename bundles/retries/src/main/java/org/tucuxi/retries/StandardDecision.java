package org.tucuxi.retries;

import java.time.Duration;
import org.tucuxi.TucuxiException;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.NeedsRetry;

/** Decides as standard mode does. */
final class StandardDecision implements EventHandler<NeedsRetry, Duration> {

    /** Context key: what the last retry took from the quota. */
    static final String TAKEN = "retry_quota_capacity";

    private final StandardRules rules;
    private final int maxAttempts;
    private final RetryQuota quota;
    private final Sleeper sleeper;

    StandardDecision(StandardRules rules, int maxAttempts, RetryQuota quota, Sleeper sleeper) {
        this.rules = rules;
        this.maxAttempts = maxAttempts;
        this.quota = quota;
        this.sleeper = sleeper;
    }

    @Override
    public Duration handle(NeedsRetry event) {
        int limit = Attempt.limit(event.requestDict().context(), maxAttempts);
        Attempt.raiseMax(event, limit);
        if (event.attempts() >= limit) {
            // also when the last attempt succeeded: the reference marks it before it looks
            Attempt.mark(event, "MaxAttemptsReached");
            return null;
        }
        if (!RetryableErrors.isRetryable(event)) {
            return null;
        }
        int cost = rules.cost(event);
        if (quota.acquire(cost)) {
            event.requestDict().context().put(TAKEN, cost);
            return Pause.ofSeconds(rules.pause(event));
        }
        Attempt.mark(event, "RetryQuotaReached");
        return rules.isLongPolling(event) ? sleepAndStop(event) : null;
    }

    private Duration sleepAndStop(NeedsRetry event) {
        try {
            sleeper.sleep(Pause.ofSeconds(rules.pause(event)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TucuxiException("Interrupted while pausing after a failed " + event.operation().name(), e);
        }
        return NeedsRetry.STOP;
    }

    /** How a thread pauses. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }
}
