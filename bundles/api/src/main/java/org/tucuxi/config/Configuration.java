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
     * The configured endpoint of a service, by environment and profile, in the reference's order.
     *
     * @param clientName the client's name, for example {@code events}
     * @param serviceId the model's service id, for example {@code EventBridge}
     * @return the URL, or empty when none is configured
     * @throws org.tucuxi.InvalidConfigException when the profile names a services section that is not there
     */
    Optional<String> endpointUrl(String clientName, String serviceId);

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
