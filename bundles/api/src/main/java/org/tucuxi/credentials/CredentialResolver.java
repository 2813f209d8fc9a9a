package org.tucuxi.credentials;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** A session's chain of credential providers. The first that finds credentials wins; the answer is kept. */
@ProviderType
public interface CredentialResolver {

    /**
     * The credentials; asks the providers the first time.
     *
     * @return the credentials, or empty when no provider has any
     * @throws org.tucuxi.TucuxiException when a provider fails: its error is not passed over
     */
    Optional<Credentials> load();

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
     * @throws UnknownCredentialException when there is no provider of that name
     */
    void insertBefore(String name, CredentialProvider provider);

    /**
     * Inserts a provider.
     *
     * @param name the provider to come after
     * @param provider the new one
     * @throws UnknownCredentialException when there is no provider of that name
     */
    void insertAfter(String name, CredentialProvider provider);

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
     * @throws UnknownCredentialException when there is no provider of that name
     */
    CredentialProvider provider(String name);

    /**
     * What happened when the providers were last asked; before that, who would be asked.
     *
     * @return one entry for each provider, also for those that could not be asked
     */
    List<Report> report();

    /**
     * One provider's part in the search.
     *
     * @param provider its name
     * @param outcome what came of it
     * @param detail why it had none, what failed, or which bundle is missing; never a secret
     */
    record Report(String provider, Outcome outcome, String detail) {
    }

    /** What came of asking a provider. */
    enum Outcome {
        /** It gave the credentials. */
        ANSWERED,
        /** It had none. */
        NOTHING,
        /** It failed, and the search ended. */
        FAILED,
        /** It was not asked: one before it answered or failed, or nobody asked yet. */
        NOT_ASKED,
        /** The reference has such a provider, and no bundle that brings it is there, or it does not start. */
        MISSING
    }
}
