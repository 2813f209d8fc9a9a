package org.tucuxi.credentials;

import java.util.function.Predicate;
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

    /**
     * Makes a chain of some of the providers, for a provider that needs credentials of another profile first.
     *
     * @param configuration the configuration of that profile
     * @param wanted which providers to ask; a provider of the reference that is not installed is shown by a stand-in with
     *        its name, and one that is wanted and that the configuration asks for is then an error
     * @return the chain, in the same order
     */
    CredentialResolver create(Configuration configuration, Predicate<CredentialProvider> wanted);
}
