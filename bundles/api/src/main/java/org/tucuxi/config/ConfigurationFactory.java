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
     *        counts as chosen by the program
     * @return the configuration
     * @throws ConfigParseException when a file cannot be parsed
     * @throws ProfileNotFoundException when the chosen profile is in no file
     */
    Configuration read(Map<String, ?> overrides);

    /**
     * Reads files with another environment: for tests and for embedding.
     *
     * @param overrides variables that the program set
     * @param environment used instead of the process's environment
     * @return the configuration
     */
    Configuration read(Map<String, ?> overrides, Map<String, String> environment);
}
