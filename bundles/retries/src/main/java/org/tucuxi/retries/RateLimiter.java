package org.tucuxi.retries;

/** Holds a client back once it was throttled. Until then it costs a volatile read for each request. */
final class RateLimiter {

    /** However well it goes, the client sends at most at twice the rate that it was seen to have. */
    private static final double LARGEST_STEP = 2;

    private final Ticker ticker;
    private final TokenBucket bucket;
    private final CubicRate cubic;
    private final MeasuredRate measured;
    private volatile boolean enabled;

    RateLimiter(Ticker ticker) {
        this.ticker = ticker;
        this.bucket = new TokenBucket(ticker);
        this.cubic = new CubicRate(ticker.seconds());
        this.measured = new MeasuredRate(ticker.seconds());
    }

    void beforeSend() {
        if (enabled) {
            bucket.acquire();
        }
    }

    synchronized void afterResponse(boolean throttled) {
        double now = ticker.seconds();
        double rate = measured.record(now);
        double next;
        if (throttled) {
            next = cubic.afterError(enabled ? Math.min(rate, bucket.rate()) : rate, now);
            enabled = true;
        } else {
            next = cubic.afterSuccess(now);
        }
        bucket.rate(Math.min(next, LARGEST_STEP * rate));
    }

    double rate() {
        return bucket.rate();
    }
}
