package org.tucuxi.retries;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.function.DoubleSupplier;
import org.tucuxi.itests.faults.VirtualTime;
import org.tucuxi.retry.RetryMode;

/** The retry modes with a fixed random source and a virtual time. */
public final class VirtualModes {

    private VirtualModes() {
    }

    /** Legacy mode. */
    public static RetryMode legacy(DoubleSupplier random) {
        return new LegacyMode(random);
    }

    /** Standard mode, as it is or with the switch for the new retries. */
    public static RetryMode standard(DoubleSupplier random, VirtualTime time, boolean revised) {
        return new StandardMode(name -> revised ? "true" : null, random, time::pause);
    }

    /** Adaptive mode. */
    public static RetryMode adaptive(DoubleSupplier random, VirtualTime time) {
        return new AdaptiveMode((StandardMode) standard(random, time, false), new VirtualTicker(time));
    }

    private record VirtualTicker(VirtualTime time) implements Ticker {

        @Override
        public double seconds() {
            return time.nanos() / 1e9;
        }

        @Override
        public void await(Condition condition, double seconds) {
            time.hold(Duration.ofNanos(Math.max(1, (long) Math.ceil(seconds * 1e9))));
        }
    }
}
