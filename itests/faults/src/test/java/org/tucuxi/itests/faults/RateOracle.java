package org.tucuxi.itests.faults;

/** Adaptive mode's rate limiter by its published formulas: measured rate, CUBIC and token bucket. In seconds. */
final class RateOracle {

    private boolean enabled;
    private double lastHalf;
    private double count;
    private double measured;
    private double wMax;
    private double k;
    private double lastFail;
    private double fillRate = 1;
    private double capacity = 1;
    private double tokens;
    private double filledAt;

    RateOracle(double now) {
        lastHalf = Math.floor(now);
        lastFail = now;
        filledAt = now;
    }

    /** How long the request has to wait. */
    double acquire(double now) {
        if (!enabled) {
            return 0;
        }
        fill(now);
        double wait = Math.max(0, (1 - tokens) / fillRate);
        fill(now + wait);
        tokens -= 1;
        return wait;
    }

    private void fill(double now) {
        tokens = Math.min(capacity, tokens + (now - filledAt) * fillRate);
        filledAt = now;
    }

    void response(double now, boolean throttled) {
        count++;
        double half = Math.floor(now * 2) / 2;
        if (half > lastHalf) {
            measured = 0.8 * count / (half - lastHalf) + 0.2 * measured;
            count = 0;
            lastHalf = half;
        }
        double wanted;
        if (throttled) {
            wMax = enabled ? Math.min(measured, fillRate) : measured;
            k = Math.cbrt(wMax * 0.3 / 0.4);
            lastFail = now;
            wanted = 0.7 * wMax;
            enabled = true;
        } else {
            wanted = 0.4 * Math.pow(now - lastFail - k, 3) + wMax;
        }
        double value = Math.min(wanted, 2 * measured);
        fill(now);
        fillRate = Math.max(value, 0.5);
        capacity = value >= 1 ? value : 1;
        tokens = Math.min(tokens, capacity);
    }
}
