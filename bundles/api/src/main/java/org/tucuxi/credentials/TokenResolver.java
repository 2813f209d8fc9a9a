package org.tucuxi.credentials;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** A session's chain of token providers. The session's own token is looked for once and kept. */
@ProviderType
public interface TokenResolver {

    /**
     * The token for a service: one that is meant for it, else the session's own.
     *
     * @param signingName the service's signing name, or null for the session's own token
     * @return gives the token, or empty when no provider has any
     * @throws org.tucuxi.TucuxiException when a provider fails
     */
    Optional<Supplier<BearerToken>> load(String signingName);

    /**
     * The providers in the order in which they are asked.
     *
     * @return their names
     */
    List<String> names();

    /**
     * Inserts a provider.
     *
     * @param name the provider to come before
     * @param provider the new one
     * @throws UnknownTokenProviderException when there is no provider of that name
     */
    void insertBefore(String name, TokenProvider provider);

    /**
     * Inserts a provider.
     *
     * @param name the provider to come after
     * @param provider the new one
     * @throws UnknownTokenProviderException when there is no provider of that name
     */
    void insertAfter(String name, TokenProvider provider);

    /**
     * Removes a provider from this chain. An unknown name is ignored.
     *
     * @param name the provider
     */
    void remove(String name);

    /**
     * One provider.
     *
     * @param name its name
     * @return the provider
     * @throws UnknownTokenProviderException when there is no provider of that name
     */
    TokenProvider provider(String name);

    /**
     * What happened when the providers were last asked for the session's own token; before that, who would be asked.
     *
     * @return one entry for each provider, also for those that could not be asked
     */
    default List<CredentialResolver.Report> report() {
        return report(null);
    }

    /**
     * What happened when the providers were last asked for the token of a service; before that, who would be asked.
     *
     * @param signingName the service's signing name, or null for the session's own token
     * @return one entry for each provider, also for those that could not be asked
     */
    List<CredentialResolver.Report> report(String signingName);
}
