package org.tucuxi.retries;

/** CUBIC (RFC 8312) for request rates: falls at an error, then rises slowly to where it was, and faster beyond. */
final class CubicRate {

    private static final double SCALE = 0.4;
    private static final double BETA = 0.7;

    private double rateAtError;
    private double timeToRecover;
    private double errorAt;

    CubicRate(double now) {
        errorAt = now;
    }

    double afterSuccess(double now) {
        double t = now - errorAt - timeToRecover;
        return SCALE * t * t * t + rateAtError;
    }

    double afterError(double rate, double now) {
        rateAtError = rate;
        timeToRecover = Math.cbrt(rate * (1 - BETA) / SCALE);
        errorAt = now;
        return rate * BETA;
    }
}
