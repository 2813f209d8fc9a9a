package org.tucuxi.credentials;

import java.time.Duration;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The service that keeps credentials fresh, for providers: with less than 15 minutes left one thread refreshes while the
 * others go on with what there is, with less than 10 minutes left all wait for the one refresh.
 */
@ProviderType
public interface CredentialRefresh {

    /**
     * Credentials that are there already.
     *
     * @param method how they were found: the provider's name
     * @param first what to start with
     * @param refresh gets new ones; may block, is called by one thread at a time, and its exceptions go to the callers once
     *        the old credentials are at their end
     * @return the credentials
     */
    Credentials refreshable(String method, TemporaryCredentials first, Supplier<TemporaryCredentials> refresh);

    /**
     * Credentials that are first got when somebody needs them.
     *
     * @param method how they were found: the provider's name
     * @param refresh gets them
     * @return the credentials
     */
    Credentials deferred(String method, Supplier<TemporaryCredentials> refresh);

    /**
     * Credentials that are first got when somebody needs them, and whose time is so short that they are refreshed later than
     * others.
     *
     * @param method how they were found: the provider's name
     * @param refresh gets them
     * @param advisory with less than this left one thread refreshes, while the others go on with what there is
     * @param mandatory with less than this left all wait for the one refresh
     * @return the credentials
     */
    default Credentials deferred(String method, Supplier<TemporaryCredentials> refresh, Duration advisory,
            Duration mandatory) {
        throw new UnsupportedOperationException(getClass().getName() + " refreshes at its own times only");
    }
}
