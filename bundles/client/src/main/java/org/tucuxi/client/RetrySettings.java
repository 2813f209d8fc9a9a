package org.tucuxi.client;

import java.util.Map;
import java.util.Set;
import org.tucuxi.ClientConfig;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.UnsatisfiedException;
import org.tucuxi.config.Configuration;

/**
 * How often a client tries, and by which rules.
 *
 * @param mode the retry mode
 * @param totalMaxAttempts the limit, the first attempt included; 0 when nobody set one and the mode decides
 */
record RetrySettings(String mode, int totalMaxAttempts) {

    private static final Set<String> OWN_MODES = Set.of("legacy", "standard", "adaptive");

    static RetrySettings of(ClientConfig given, Configuration configuration, Set<String> available) {
        Map<String, Object> options = given.retries() == null ? Map.of() : given.retries();
        Object mode = options.get("mode") != null ? options.get("mode") : configuration.text("retry_mode");
        String name = mode == null ? "legacy" : mode.toString();
        check(name, available);
        // In code max_attempts counts the retries; the variable of the same name counts all attempts.
        Integer configured = configuration.number("max_attempts");
        int total = options.get("total_max_attempts") instanceof Number all ? all.intValue()
                : options.get("max_attempts") instanceof Number retries ? retries.intValue() + 1
                : configured == null ? 0 : configured;
        if (total < 0) {
            throw new InvalidConfigException("max_attempts must be at least 0, not " + total);
        }
        return new RetrySettings(name, total);
    }

    private static void check(String mode, Set<String> available) {
        if (available.contains(mode)) {
            return;
        }
        if (OWN_MODES.contains(mode)) {
            throw new UnsatisfiedException("Tucuxi is not complete: missing the retry mode " + mode
                    + " (bundle org.tucuxi.retries). Install and start what is named, or see tucuxi:missing");
        }
        throw new InvalidConfigException("Invalid value provided to \"mode\": \"" + mode
                + "\" must be one of: " + available.stream().sorted().toList());
    }

    /** As the client's final configuration shows them. */
    Map<String, Object> options() {
        return totalMaxAttempts == 0 ? Map.of("mode", mode)
                : Map.of("mode", mode, "total_max_attempts", totalMaxAttempts);
    }
}
