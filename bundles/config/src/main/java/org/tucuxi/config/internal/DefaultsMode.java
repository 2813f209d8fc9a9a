package org.tucuxi.config.internal;

import java.util.Locale;
import java.util.Map;
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

    static DefaultsMode of(String mode, String clientRegion, Map<String, String> environment) {
        String wanted = mode.toLowerCase(Locale.ROOT);
        for (DefaultsMode one : values()) {
            if (one.text.equals(wanted)) {
                return one;
            }
        }
        if (wanted.equals(AUTO)) {
            return auto(clientRegion, environment);
        }
        throw new InvalidConfigException("Invalid defaults mode: " + mode
                + "; it is one of legacy, auto, standard, in-region, cross-region, mobile");
    }

    /** Only Lambda and its like say where the program runs; elsewhere nobody is asked, and the answer is standard. */
    private static DefaultsMode auto(String clientRegion, Map<String, String> environment) {
        String execution = environment.get("AWS_EXECUTION_ENV");
        if (execution == null || execution.isEmpty()) {
            return STANDARD;
        }
        String current = environment.getOrDefault("AWS_REGION", environment.get("AWS_DEFAULT_REGION"));
        if (current == null || current.isEmpty()) {
            return STANDARD;
        }
        return current.equals(clientRegion) ? IN_REGION : CROSS_REGION;
    }
}
