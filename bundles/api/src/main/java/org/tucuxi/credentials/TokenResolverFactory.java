package org.tucuxi.credentials;

import org.osgi.annotation.versioning.ProviderType;
import org.tucuxi.config.Configuration;

/** The service that makes a session's chain of token providers. */
@ProviderType
public interface TokenResolverFactory {

    /**
     * Makes a chain; it follows providers that come and go.
     *
     * @param configuration the session's configuration
     * @return the chain
     */
    TokenResolver create(Configuration configuration);
}
