package org.tucuxi.client;

import java.time.Duration;
import org.tucuxi.ClientConfig;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.config.Configuration;

/** How long each call of a client may take. */
final class CallTimeouts {

    private static final double LONGEST_SECONDS = 1e9;

    private CallTimeouts() {
    }

    /** What code gave, else the profile's seconds, else null for no limit. */
    static Duration of(ClientConfig given, Configuration configuration) {
        if (given.callTimeout() != null) {
            return given.callTimeout();
        }
        Object configured = configuration.get("call_timeout");
        return configured == null ? null : seconds(configured.toString());
    }

    private static Duration seconds(String text) {
        double seconds;
        try {
            seconds = Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            seconds = 0;
        }
        if (!(seconds > 0 && seconds <= LONGEST_SECONDS)) {
            throw new InvalidConfigException("Value provided to call_timeout: " + text
                    + " must be a number of seconds greater than 0, as in 2.5");
        }
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
