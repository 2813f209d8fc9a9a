package org.tucuxi.credentials.internal.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.credentials.BearerToken;
import org.tucuxi.credentials.TokenRetrievalException;

/**
 * A token that is first got when somebody needs it, and gets itself anew before it ends (botocore's
 * DeferredRefreshableToken).
 *
 * <p>With less than 15 minutes left one caller refreshes and the others go on with what there is; they wait when there is
 * no token yet or it has ended, and then the failure of the attempt that they waited for is theirs too. With more than 10
 * minutes left a failure is only logged, later it is the error of the caller that tried. After an attempt there is none
 * for a minute, unless there is no token at all.
 *
 * <p>Other than the reference, which hands an expired token out within that minute, this never gives one: the service's
 * refusal would say less than the error here.
 */
final class DeferredToken implements Supplier<BearerToken> {

    static final Duration ADVISORY = Duration.ofMinutes(15);
    static final Duration MANDATORY = Duration.ofMinutes(10);
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(DeferredToken.class);

    private final String provider;
    private final Supplier<BearerToken> refresh;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile BearerToken current;
    /** How often it was tried, counted at the end; written under the lock. */
    private volatile int attempts;
    private volatile RuntimeException lastFailure;
    private volatile Instant nextAttempt = Instant.MIN;

    DeferredToken(String provider, Supplier<BearerToken> refresh, Clock clock) {
        this.provider = Objects.requireNonNull(provider, "provider");
        this.refresh = Objects.requireNonNull(refresh, "refresh");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public BearerToken get() {
        BearerToken token = current;
        if (token != null && !endsWithin(token, ADVISORY) || lock.isHeldByCurrentThread()) {
            return usable();
        }
        if (token == null || hasEnded(token)) {
            waitForOne();
        } else if (!clock.instant().isBefore(nextAttempt) && lock.tryLock()) {
            refreshLocked();
        }
        return usable();
    }

    private boolean endsWithin(BearerToken token, Duration window) {
        return token.expiry() != null && clock.instant().plus(window).isAfter(token.expiry());
    }

    private boolean hasEnded(BearerToken token) {
        return token.expiry() != null && !clock.instant().isBefore(token.expiry());
    }

    /** There is nothing to go on with. */
    private void waitForOne() {
        int before = attempts;
        lock.lock();
        if (attempts == before) {
            refreshLocked();
            return;
        }
        RuntimeException failure = lastFailure;
        lock.unlock();
        if (failure != null) {
            throw failure;
        }
    }

    /** The lock is held; it may be that another thread has refreshed meanwhile. */
    private void refreshLocked() {
        try {
            BearerToken token = current;
            if (token == null || endsWithin(token, ADVISORY) && !clock.instant().isBefore(nextAttempt)) {
                refresh(token == null || endsWithin(token, MANDATORY));
            }
        } finally {
            lock.unlock();
        }
    }

    private void refresh(boolean isMandatory) {
        nextAttempt = clock.instant().plus(PAUSE);
        lastFailure = null;
        try {
            BearerToken fresh = refresh.get();
            if (fresh == null) {
                throw failed("the refresh brought no token");
            }
            current = fresh;
        } catch (RuntimeException e) {
            lastFailure = e;
            LOG.warn("Refreshing the token of {} failed, {}: {}", provider,
                    isMandatory ? "and it is needed" : "the old one is used for now", e.toString());
            if (isMandatory) {
                throw e;
            }
        } finally {
            attempts++;
        }
    }

    private BearerToken usable() {
        BearerToken token = current;
        if (token == null) {
            throw failed(lock.isHeldByCurrentThread() ? "it was asked for by its own refresh"
                    : "the refresh brought no token");
        }
        if (hasEnded(token)) {
            throw failed("Token has expired and refresh failed");
        }
        return token;
    }

    private TokenRetrievalException failed(String why) {
        return new TokenRetrievalException("Error when retrieving token from " + provider + ": " + why);
    }

    @Override
    public String toString() {
        BearerToken token = current;
        return "Token(" + provider + ", " + (token == null ? "not yet got" : token) + ')';
    }
}
