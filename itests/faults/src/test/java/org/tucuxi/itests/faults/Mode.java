package org.tucuxi.itests.faults;

import java.util.function.DoubleSupplier;
import org.tucuxi.retries.VirtualModes;
import org.tucuxi.retry.RetryMode;

/** A retry mode, as these tests run it. */
enum Mode {
    LEGACY("legacy"), STANDARD("standard"), ADAPTIVE("adaptive"),
    /** Standard mode with AWS_NEW_RETRIES_2026. */
    NEW_RETRIES("standard");

    final String option;

    Mode(String option) {
        this.option = option;
    }

    /** The mode with a fixed random source and a virtual time. */
    RetryMode with(DoubleSupplier random, VirtualTime time) {
        return switch (this) {
            case LEGACY -> VirtualModes.legacy(random);
            case STANDARD -> VirtualModes.standard(random, time, false);
            case NEW_RETRIES -> VirtualModes.standard(random, time, true);
            case ADAPTIVE -> VirtualModes.adaptive(random, time);
        };
    }
}
