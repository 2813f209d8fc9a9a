package org.tucuxi.credentials.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.TemporaryCredentials;

/**
 * Credentials that get themselves anew before they end (botocore's RefreshableCredentials).
 *
 * <p>With less than 15 minutes left one thread refreshes and the others go on with what there is; a failure then is
 * only logged. With less than 10 minutes left all wait for the new ones, and a failure is theirs. There is one refresh
 * at a time; who waited while it failed gets its failure and does not try again, or a crowd of callers would stand in
 * line for one timeout each.
 */
final class RefreshableCredentials implements Credentials {

    static final Duration ADVISORY = Duration.ofMinutes(15);
    static final Duration MANDATORY = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(RefreshableCredentials.class);

    private final String method;
    private final Supplier<TemporaryCredentials> refresh;
    private final Clock clock;
    private final Duration advisory;
    private final Duration mandatory;
    private final ReentrantLock lock = new ReentrantLock();
    /** Refreshes whose failure callers got, and the last of these: both written under the lock. */
    private volatile int failures;
    private RuntimeException failure;
    private volatile TemporaryCredentials current;

    private RefreshableCredentials(String method, TemporaryCredentials first, Supplier<TemporaryCredentials> refresh,
            Clock clock, Duration advisory, Duration mandatory) {
        this.method = Objects.requireNonNull(method, "method");
        this.current = first;
        this.refresh = Objects.requireNonNull(refresh, "refresh");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.advisory = Objects.requireNonNull(advisory, "advisory");
        this.mandatory = Objects.requireNonNull(mandatory, "mandatory");
    }

    /**
     * Credentials that are there already.
     *
     * @param method how they were found
     * @param first what to start with
     * @param refresh gets new ones; they must say when they end
     * @param clock tells the time
     * @return the credentials
     */
    static RefreshableCredentials of(String method, TemporaryCredentials first, Supplier<TemporaryCredentials> refresh,
            Clock clock) {
        return new RefreshableCredentials(method, Objects.requireNonNull(first, "first"), refresh, clock, ADVISORY,
                MANDATORY);
    }

    /**
     * Credentials that are first got when somebody needs them.
     *
     * @param method how they were found
     * @param refresh gets them; they must say when they end
     * @param clock tells the time
     * @return the credentials
     */
    static RefreshableCredentials deferred(String method, Supplier<TemporaryCredentials> refresh, Clock clock) {
        return deferred(method, refresh, clock, ADVISORY, MANDATORY);
    }

    /**
     * Credentials that are first got when somebody needs them.
     *
     * @param method how they were found
     * @param refresh gets them; they must say when they end
     * @param clock tells the time
     * @param advisory with less than this left, one thread refreshes
     * @param mandatory with less than this left, all wait for the new ones
     * @return the credentials
     */
    static RefreshableCredentials deferred(String method, Supplier<TemporaryCredentials> refresh, Clock clock,
            Duration advisory, Duration mandatory) {
        return new RefreshableCredentials(method, null, refresh, clock, advisory, mandatory);
    }

    @Override
    public FrozenCredentials freeze() {
        TemporaryCredentials now = current;
        if (!endsWithin(now, advisory)) {
            return now.keys();
        }
        if (lock.isHeldByCurrentThread()) {
            return duringOwnRefresh(now);
        }
        int failuresBefore = failures;
        if (lock.tryLock()) {
            refreshLocked(advisory, failures);
        } else if (endsWithin(now, mandatory)) {
            lock.lock();
            refreshLocked(mandatory, failuresBefore);
        }
        return current.keys();
    }

    /** The refresh asks for what it is to bring: it gets the old ones as long as they are good. */
    private FrozenCredentials duringOwnRefresh(TemporaryCredentials now) {
        if (endsWithin(now, Duration.ZERO)) {
            throw new CredentialRetrievalException("Credentials of " + method
                    + " were asked for by their own refresh; it needs other credentials");
        }
        return now.keys();
    }

    /** The lock is held; it may be that another thread has refreshed meanwhile. */
    private void refreshLocked(Duration window, int failuresBefore) {
        try {
            if (endsWithin(current, window)) {
                if (failures != failuresBefore) {
                    throw failure;
                }
                refresh(endsWithin(current, mandatory));
            }
        } catch (RuntimeException e) {
            if (e != failure) {
                failure = e;
                failures++;
            }
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private void refresh(boolean isMandatory) {
        TemporaryCredentials fresh;
        try {
            fresh = refresh.get();
        } catch (RuntimeException e) {
            LOG.warn("Refreshing the credentials of {} failed, {}: {}", method,
                    isMandatory ? "and the old ones are at their end" : "the old ones are used for now", e.toString());
            if (isMandatory) {
                throw e;
            }
            return;
        }
        if (fresh == null) {
            throw new CredentialRetrievalException("Error when retrieving credentials from " + method
                    + ": the refresh brought no keys");
        }
        current = fresh;
        if (endsWithin(fresh, Duration.ZERO)) {
            throw new CredentialRetrievalException("Error when retrieving credentials from " + method
                    + ": they were refreshed, but the new ones have expired too, at " + fresh.expiry());
        }
    }

    private boolean endsWithin(TemporaryCredentials credentials, Duration window) {
        if (credentials == null) {
            return true;
        }
        return clock.instant().plus(window).isAfter(credentials.expiry());
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public Optional<Instant> expiry() {
        TemporaryCredentials now = current;
        return now == null ? Optional.empty() : Optional.of(now.expiry());
    }

    @Override
    public String toString() {
        TemporaryCredentials now = current;
        return "Credentials(" + method + ", "
                + (now == null ? "not yet got)" : now.keys() + " until " + now.expiry() + ')');
    }
}
