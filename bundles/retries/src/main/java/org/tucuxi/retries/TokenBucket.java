package org.tucuxi.retries;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.tucuxi.TucuxiException;

/** A token is needed to send; tokens come at a rate that changes. */
final class TokenBucket {

    private static final double LOWEST_RATE = 0.5;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rateChanged = lock.newCondition();
    private final Ticker ticker;
    private double rate = 1;
    private double capacity = 1;
    private double tokens;
    private double filledAt;

    TokenBucket(Ticker ticker) {
        this.ticker = ticker;
        this.filledAt = ticker.seconds();
    }

    /** Takes a token; waits until there is one. */
    void acquire() {
        lock.lock();
        try {
            refill();
            while (tokens < 1) {
                ticker.await(rateChanged, (1 - tokens) / rate);
                refill();
            }
            tokens--;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TucuxiException("Interrupted while the client's rate limiter held a request back", e);
        } finally {
            lock.unlock();
        }
    }

    double rate() {
        lock.lock();
        try {
            return rate;
        } finally {
            lock.unlock();
        }
    }

    /** Changes the rate; what came in until now came at the old one. */
    void rate(double value) {
        lock.lock();
        try {
            refill();
            rate = Math.max(value, LOWEST_RATE);
            capacity = Math.max(value, 1);
            tokens = Math.min(tokens, capacity);
            rateChanged.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void refill() {
        double now = ticker.seconds();
        tokens = Math.min(capacity, tokens + (now - filledAt) * rate);
        filledAt = now;
    }
}
