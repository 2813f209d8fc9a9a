package org.tucuxi.credentials;

import org.osgi.annotation.versioning.ProviderType;
import org.tucuxi.config.Configuration;

/** The service that makes a session's credential chain from the providers that are there. */
@ProviderType
public interface CredentialResolverFactory {

    /**
     * Makes a chain. It follows providers that come and go, until credentials were found.
     *
     * @param configuration the session's configuration
     * @return the chain
     */
    CredentialResolver create(Configuration configuration);
}
