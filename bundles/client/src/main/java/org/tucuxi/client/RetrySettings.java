package org.tucuxi.client;

import java.util.Map;
import java.util.Set;
import org.tucuxi.ClientConfig;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.UnsatisfiedException;
import org.tucuxi.config.Configuration;
import org.tucuxi.retry.RetryMode;

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
        return new RetrySettings(name, total(options, configuration));
    }

    /** In code max_attempts counts the retries; the variable of the same name counts all attempts. */
    private static int total(Map<String, Object> options, Configuration configuration) {
        if (options.get("total_max_attempts") instanceof Number all) {
            return atLeast(1, "total_max_attempts", all.intValue());
        }
        if (options.get("max_attempts") instanceof Number retries) {
            return atLeast(0, "max_attempts", retries.intValue()) + 1;
        }
        Integer configured = configuration.number("max_attempts");
        return configured == null ? 0 : atLeast(1, "max_attempts of environment or profile", configured);
    }

    private static int atLeast(int least, String option, int value) {
        if (value < least) {
            throw new InvalidConfigException("Value provided to " + option + ": " + value
                    + " must be an integer greater than or equal to " + least);
        }
        return value;
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
                + "\" must be one of: " + available.stream().sorted().toList() + ", which are the retry modes that are"
                + " deployed; a bundle brings another as a service with the property " + RetryMode.RETRY_MODE);
    }

    /** As the client's final configuration shows them. */
    Map<String, Object> options() {
        return totalMaxAttempts == 0 ? Map.of("mode", mode)
                : Map.of("mode", mode, "total_max_attempts", totalMaxAttempts);
    }
}
