package org.tucuxi;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The ranges of options that the reference checks when a {@code Config} is made. */
final class ClientConfigChecks {

    private static final Map<String, Class<?>> TYPES = Map.of(
            ClientConfig.CONNECT_TIMEOUT, Duration.class, ClientConfig.READ_TIMEOUT, Duration.class,
            ClientConfig.MAX_POOL_CONNECTIONS, Integer.class, ClientConfig.S3, Map.class,
            ClientConfig.RETRIES, Map.class, ClientConfig.PROXIES, Map.class, ClientConfig.ENDPOINT_URL, String.class,
            ClientConfig.CALL_TIMEOUT, Duration.class);
    private static final Set<String> RETRY_KEYS = Set.of("max_attempts", "total_max_attempts", "mode");
    private static final List<String> ADDRESSING_STYLES = List.of("auto", "virtual", "path");
    private static final List<String> CHECKSUM_MODES = List.of("when_supported", "when_required");
    private static final List<String> ACCOUNT_ID_MODES = List.of("preferred", "disabled", "required");

    private ClientConfigChecks() {
    }

    static void check(ClientConfig config) {
        TYPES.forEach((option, type) -> {
            Object value = config.given().get(option);
            if (value != null && !type.isInstance(value)) {
                throw new IllegalArgumentException("Option " + option + " must be a " + type.getSimpleName() + ", not a "
                        + value.getClass().getName());
            }
        });
        longerThanZero(ClientConfig.CALL_TIMEOUT, config.callTimeout());
        if (config.retries() != null) {
            retries(config.retries());
        }
        if (config.s3() != null && config.s3().get("addressing_style") != null) {
            oneOf("s3.addressing_style", config.s3().get("addressing_style"), ADDRESSING_STYLES);
        }
        checksumMode("request_checksum_calculation", config.requestChecksumCalculation());
        checksumMode("response_checksum_validation", config.responseChecksumValidation());
        oneOfIgnoringCase("account_id_endpoint_mode", config.accountIdEndpointMode(), ACCOUNT_ID_MODES);
        Integer minimum = config.requestMinCompressionSizeBytes();
        if (minimum != null && (minimum < 1 || minimum > 1048576)) {
            throw new InvalidConfigException("Option request_min_compression_size_bytes must be 1 to 1048576, not " + minimum);
        }
    }

    private static void retries(Map<String, Object> retries) {
        retries.forEach((key, value) -> {
            if (!RETRY_KEYS.contains(key)) {
                throw new IllegalArgumentException("Cannot provide retry configuration for \"" + key
                        + "\". Valid retry configuration options are: max_attempts, mode, total_max_attempts");
            }
            if (key.equals("mode")) {
                // Which modes there are, only the platform knows: they are services.
                if (!(value instanceof String)) {
                    throw new IllegalArgumentException("Option retries.mode must be the name of a retry mode, not " + value);
                }
            } else {
                int minimum = key.equals("max_attempts") ? 0 : 1;
                if (!(value instanceof Number number) || number.longValue() < minimum) {
                    throw new IllegalArgumentException("Value provided to \"" + key + "\": " + value
                            + " must be an integer greater than or equal to " + minimum);
                }
            }
        });
    }

    private static void checksumMode(String option, String value) {
        if (value != null && !CHECKSUM_MODES.contains(value.toLowerCase(Locale.ROOT))) {
            throw new InvalidConfigException("Unsupported configuration value for " + option + ". Expected one of "
                    + CHECKSUM_MODES + " but got " + value + '.');
        }
    }

    static void longerThanZero(String option, Duration value) {
        if (value != null && (value.isZero() || value.isNegative())) {
            throw new IllegalArgumentException("Option " + option + " must be longer than zero, not " + value);
        }
    }

    private static void oneOfIgnoringCase(String option, String value, List<String> allowed) {
        if (value != null) {
            oneOf(option, value.toLowerCase(Locale.ROOT), allowed);
        }
    }

    private static void oneOf(String option, Object value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw new IllegalArgumentException("Option " + option + " must be one of " + allowed + ", not " + value);
        }
    }
}
