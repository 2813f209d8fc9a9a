package org.tucuxi.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A session's configuration: for every variable of the reference the first value of what the program said, the environment,
 * the profile, and the default. Read once, when the session is made; immutable and safe for use by many threads.
 */
@ProviderType
public interface Configuration {

    /**
     * A variable, converted to its type.
     *
     * @param variable the reference's name, for example {@code region} or {@code max_attempts}
     * @return its value, or null when it has none
     * @throws IllegalArgumentException when there is no such variable
     */
    Object get(String variable);

    /**
     * A variable that is a text.
     *
     * @param variable the reference's name
     * @return its value, or null when it has none
     */
    default String text(String variable) {
        Object value = get(variable);
        return value == null ? null : value.toString();
    }

    /**
     * A variable that is true or false.
     *
     * @param variable the reference's name
     * @return its value, or null when it has none
     */
    default Boolean flag(String variable) {
        Object value = get(variable);
        return value == null ? null : value instanceof Boolean flag ? flag : "true".equalsIgnoreCase(value.toString());
    }

    /**
     * A variable that is a whole number.
     *
     * @param variable the reference's name
     * @return its value, or null when it has none
     */
    default Integer number(String variable) {
        return (Integer) get(variable);
    }

    /**
     * A section variable: {@code s3} or {@code proxies_config}, with environment and profile laid over each other.
     *
     * @param variable the reference's name
     * @return the keys that have a value
     */
    Map<String, Object> section(String variable);

    /**
     * The profile that was chosen.
     *
     * @return its name, or empty when none was chosen and {@code default} is used if it is there
     */
    Optional<String> profile();

    /**
     * Whether the profile was chosen by the program, which switches environment credentials off.
     *
     * @return true when it was given to the session
     */
    boolean isProfileExplicit();

    /**
     * The current profile.
     *
     * @return its keys; a nested block is a map
     */
    Map<String, Object> scopedConfig();

    /**
     * Everything: {@code profiles}, {@code sso_sessions}, {@code services} and other sections.
     *
     * @return unmodifiable
     */
    Map<String, Object> fullConfig();

    /**
     * The profiles of the credentials file alone, by their raw section names.
     *
     * @return empty when the file is not there
     */
    Map<String, Map<String, Object>> credentialsFileProfiles();

    /**
     * The profiles of the configuration file alone, before those of the credentials file were merged in.
     *
     * @return empty when the file is not there
     */
    default Map<String, Map<String, Object>> configFileProfiles() {
        return Map.of();
    }

    /**
     * The configured endpoint of a service, by environment and profile, in the reference's order.
     *
     * @param clientName the client's name, for example {@code events}
     * @param serviceId the model's service id, for example {@code EventBridge}
     * @return the URL, or empty when none is configured
     * @throws org.tucuxi.InvalidConfigException when the profile names a services section that is not there
     */
    Optional<String> endpointUrl(String clientName, String serviceId);

    /**
     * As {@link #endpointUrl(String, String)}, with the client's own word on {@code ignore_configured_endpoint_urls}.
     *
     * @param clientName the client's name
     * @param serviceId the model's service id
     * @param ignoreConfigured what the client's configuration says; null leaves it to the variable
     * @return the URL, or empty when none is configured or configured ones are ignored
     * @throws org.tucuxi.InvalidConfigException when the profile names a services section that is not there
     */
    default Optional<String> endpointUrl(String clientName, String serviceId, Boolean ignoreConfigured) {
        return Boolean.TRUE.equals(ignoreConfigured) ? Optional.empty() : endpointUrl(clientName, serviceId);
    }

    /**
     * This configuration with the defaults of a defaults mode: they take the place of the last default of
     * {@code retry_mode}, {@code sts_regional_endpoints}, {@code us_east_1_regional_endpoint} of section {@code s3} and
     * {@code connect_timeout} (seconds, a Double; a variable that only exists then).
     *
     * @param mode {@code legacy} (changes nothing), {@code standard}, {@code in-region}, {@code cross-region},
     *        {@code mobile} or {@code auto}, in any case
     * @param clientRegion the client's region, which {@code auto} compares with the region the program runs in; or null
     * @return the configuration
     * @throws org.tucuxi.InvalidConfigException when there is no such mode
     */
    default Configuration withDefaultsMode(String mode, String clientRegion) {
        return this;
    }

    /**
     * This configuration with further variables set by the program; files and environment are not read again.
     *
     * @param overrides variables by the reference's names; {@code profile} chooses another profile of the same files
     * @return the configuration
     * @throws ProfileNotFoundException when the chosen profile is in no file
     */
    Configuration with(Map<String, ?> overrides);

    /**
     * The environment that this configuration was read from.
     *
     * @return unmodifiable
     */
    Map<String, String> environment();

    /**
     * Every variable with its value and where it came from.
     *
     * @return in the order of the reference's table; secrets are masked
     */
    List<Explanation> explain();

    /**
     * One variable.
     *
     * @param variable its name
     * @param value its value, or null
     * @param source for example {@code environment AWS_REGION}, {@code profile dev in /home/me/.aws/config}, {@code default}
     */
    record Explanation(String variable, Object value, String source) {
    }
}
