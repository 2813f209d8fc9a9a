package org.tucuxi.client.checksum;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tucuxi.ClientConfig;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.config.Configuration;

/** What is configured of the bodies of requests and responses: checksum modes and compression. */
public final class BodySettings {

    private static final String CALCULATION = "request_checksum_calculation";
    private static final String VALIDATION = "response_checksum_validation";
    private static final String DISABLE_COMPRESSION = "disable_request_compression";
    private static final String MINIMUM = "request_min_compression_size_bytes";
    private static final String WHEN_SUPPORTED = "when_supported";
    private static final List<String> MODES = List.of(WHEN_SUPPORTED, "when_required");
    private static final int DEFAULT_MINIMUM = 10240;
    private static final int MOST = 1024 * 1024;

    private BodySettings() {
    }

    /**
     * Completes a client's configuration: what code gave, else the profile or the environment.
     *
     * @param builder gets the final values
     * @param given what code gave
     * @param configuration the rest
     * @throws InvalidConfigException when a value is none of those that are allowed
     */
    public static void complete(ClientConfig.Builder builder, ClientConfig given, Configuration configuration) {
        builder.option(CALCULATION, mode(CALCULATION, given.requestChecksumCalculation(), configuration));
        builder.option(VALIDATION, mode(VALIDATION, given.responseChecksumValidation(), configuration));
        builder.option(MINIMUM, minimum(given.requestMinCompressionSizeBytes() != null
                ? given.requestMinCompressionSizeBytes() : configuration.get(MINIMUM)));
        Boolean isDisabled = given.disableRequestCompression() != null ? given.disableRequestCompression()
                : configuration.flag(DISABLE_COMPRESSION);
        builder.option(DISABLE_COMPRESSION, Boolean.TRUE.equals(isDisabled));
    }

    private static String mode(String option, String given, Configuration configuration) {
        String value = given != null ? given : configuration.text(option);
        String mode = value == null ? WHEN_SUPPORTED : value.toLowerCase(Locale.ROOT);
        if (!MODES.contains(mode)) {
            throw new InvalidConfigException("Unsupported configuration value for " + option + ". Expected one of " + MODES
                    + " but got " + mode + '.');
        }
        return mode;
    }

    private static int minimum(Object value) {
        long size;
        try {
            size = value == null ? DEFAULT_MINIMUM : Long.parseLong(value.toString().strip());
        } catch (NumberFormatException e) {
            throw invalidMinimum(value, e);
        }
        if (size < 1 || size > MOST) {
            throw invalidMinimum(value, null);
        }
        return (int) size;
    }

    private static InvalidConfigException invalidMinimum(Object value, Throwable cause) {
        return new InvalidConfigException(
                MINIMUM + " must be a whole number from 1 to " + MOST + " (in bytes), not \"" + value + '"', cause);
    }

    /**
     * The features by which the user agent tells the checksum modes (botocore/useragent.py).
     *
     * @param config a client's final configuration
     * @return their ids
     */
    public static Set<String> features(ClientConfig config) {
        return Set.of(WHEN_SUPPORTED.equals(config.requestChecksumCalculation()) ? "Z" : "a",
                WHEN_SUPPORTED.equals(config.responseChecksumValidation()) ? "b" : "c");
    }
}
