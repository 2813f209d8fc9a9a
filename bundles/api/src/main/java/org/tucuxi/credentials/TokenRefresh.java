package org.tucuxi.credentials;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The service that keeps bearer tokens fresh, for token providers: with less than 15 minutes left one caller refreshes while
 * the others go on with what there is; they wait when there is none or it has ended. With less than 10 minutes left a
 * failure is the error of the caller that tried, before that it is logged. There is at most one attempt a minute, but for
 * the first token.
 */
@ProviderType
public interface TokenRefresh {

    /**
     * A token that is first got when somebody needs it.
     *
     * @param provider the provider's name, for messages
     * @param refresh gets the token; may block, is called by one thread at a time. A token without an expiry is kept for ever
     * @return gives the token each time it is needed
     */
    Supplier<BearerToken> deferred(String provider, Supplier<BearerToken> refresh);
}
