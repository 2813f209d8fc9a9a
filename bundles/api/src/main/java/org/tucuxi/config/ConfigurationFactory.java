package org.tucuxi.config;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** The service that reads environment and files. */
@ProviderType
public interface ConfigurationFactory {

    /**
     * Reads the configuration as it is now.
     *
     * @param overrides variables that the program or Config Admin set, by the reference's names; {@code profile} among them
     *        counts as chosen by the program. Besides, {@code endpoint_url} is the endpoint of all clients, and a key of
     *        a section is set by the section's name, a dot and its own: {@code s3.addressing_style}
     * @return the configuration
     * @throws ConfigParseException when a file cannot be parsed
     * @throws ProfileNotFoundException when the chosen profile is in no file
     * @throws org.tucuxi.InvalidConfigException when there is no variable of that name
     */
    Configuration read(Map<String, ?> overrides);

    /**
     * Reads the configuration as it is now, for variables that somebody else than the program set.
     *
     * @param overrides as in {@link #read(Map)}
     * @param setBy what {@link Configuration#explain()} says of their source, for example
     *        {@code Config Admin org.tucuxi.session~reports}
     * @return the configuration
     */
    default Configuration read(Map<String, ?> overrides, String setBy) {
        return read(overrides);
    }

    /**
     * Reads files with another environment: for tests and for embedding.
     *
     * @param overrides variables that the program set
     * @param environment used instead of the process's environment
     * @return the configuration
     */
    Configuration read(Map<String, ?> overrides, Map<String, String> environment);
}
