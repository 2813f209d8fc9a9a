package org.tucuxi.itests.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One call.
 *
 * @param number unique in the lane
 * @param faults what the server does, attempt for attempt; afterwards all goes well
 * @param maxAttempts the call's own limit, or 0
 * @param timeout the call's own time, or null
 * @param begins when it begins
 */
record Plan(long number, List<Fault> faults, int maxAttempts, Duration timeout, Instant begins) {

    Fault fault(int attempt) {
        return attempt <= faults.size() ? faults.get(attempt - 1) : Fault.NONE;
    }
}
