package org.tucuxi.config.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tucuxi.InvalidConfigException;

/**
 * AWS's smart defaults (the data file {@code sdk-default-configuration}): the same for all modes but the time to
 * connect. The time for TLS that the data file has too is used by nobody.
 */
enum DefaultsMode {

    STANDARD("standard", 3.1),
    IN_REGION("in-region", 1.1),
    CROSS_REGION("cross-region", 3.1),
    MOBILE("mobile", 30.0);

    static final String LEGACY = "legacy";
    private static final String AUTO = "auto";

    private final String text;
    private final double connectTimeout;

    DefaultsMode(String text, double connectTimeout) {
        this.text = text;
        this.connectTimeout = connectTimeout;
    }

    /** The defaults of this mode, by variable. */
    Map<String, Object> defaults() {
        return Map.of("retry_mode", "standard", "sts_regional_endpoints", "regional",
                "us_east_1_regional_endpoint", "regional", "connect_timeout", connectTimeout);
    }

    /**
     * The mode of a name.
     *
     * @param mode its name, in any case
     * @param clientRegion the client's region, or null
     * @param environment says in Lambda and its like where the program runs
     * @param instanceRegion where the machine is that the program runs on; only asked when it matters
     */
    static DefaultsMode of(String mode, String clientRegion, Map<String, String> environment,
            Supplier<Optional<String>> instanceRegion) {
        String wanted = mode.toLowerCase(Locale.ROOT);
        for (DefaultsMode one : values()) {
            if (one.text.equals(wanted)) {
                return one;
            }
        }
        if (wanted.equals(AUTO)) {
            return auto(clientRegion, environment, instanceRegion);
        }
        throw new InvalidConfigException("Invalid defaults mode: " + Shown.of(mode)
                + "; it is one of legacy, auto, standard, in-region, cross-region, mobile");
    }

    private static DefaultsMode auto(String clientRegion, Map<String, String> environment,
            Supplier<Optional<String>> instanceRegion) {
        String current = regionOfEnvironment(environment);
        if (current.isEmpty()) {
            current = instanceRegion.get().orElse("");
        }
        if (current.isEmpty()) {
            return STANDARD;
        }
        return current.equals(clientRegion) ? IN_REGION : CROSS_REGION;
    }

    /** Only Lambda and its like say where the program runs; elsewhere the variables say where it calls. */
    private static String regionOfEnvironment(Map<String, String> environment) {
        String execution = environment.get("AWS_EXECUTION_ENV");
        if (execution == null || execution.isEmpty()) {
            return "";
        }
        return environment.getOrDefault("AWS_REGION", environment.getOrDefault("AWS_DEFAULT_REGION", ""));
    }
}
