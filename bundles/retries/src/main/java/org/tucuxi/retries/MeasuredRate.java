package org.tucuxi.retries;

/** How many responses a second a client gets, smoothed over half seconds. */
final class MeasuredRate {

    private static final double SMOOTHING = 0.8;
    private static final double BUCKETS_PER_SECOND = 2;

    private double measured;
    private double lastBucket;
    private int count;

    MeasuredRate(double now) {
        lastBucket = Math.floor(now);
    }

    /** Counts one response and returns the rate. */
    double record(double now) {
        double bucket = Math.floor(now * BUCKETS_PER_SECOND) / BUCKETS_PER_SECOND;
        count++;
        if (bucket > lastBucket) {
            double current = count / (bucket - lastBucket);
            measured = current * SMOOTHING + measured * (1 - SMOOTHING);
            count = 0;
            lastBucket = bucket;
        }
        return measured;
    }
}
