package org.tucuxi.credentials;

import org.osgi.annotation.versioning.ConsumerType;
import org.tucuxi.config.Configuration;

/**
 * Finds credentials in one place. As a whiteboard service it takes its place in the chain of every session: Tucuxi's own
 * providers in the order of the reference; others behind the one that {@value #CREDENTIAL_AFTER} names, or at the end, by
 * {@code service.ranking}.
 */
@ConsumerType
public interface CredentialProvider {

    /** Service property (optional): the name of the provider to come after; an empty text means first of all. */
    String CREDENTIAL_AFTER = "credential.after";

    /**
     * The provider's name: what {@link CredentialResolver#insertBefore} and the shell call it.
     *
     * @return for example {@code shared-credentials-file}
     */
    String name();

    /**
     * The name that {@code credential_source} of a profile uses.
     *
     * @return for example {@code Environment}, or null
     */
    default String canonicalName() {
        return null;
    }

    /**
     * Looks for credentials.
     *
     * @param configuration the session's configuration
     * @return what was found, or why nothing was
     * @throws org.tucuxi.TucuxiException when there is something that cannot be used: the chain ends there
     */
    CredentialAnswer load(Configuration configuration);
}
