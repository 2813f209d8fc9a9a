package org.tucuxi.credentials;

import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ConsumerType;
import org.tucuxi.config.Configuration;

/**
 * Finds bearer tokens in one place: {@code env}, {@code sso}. A whiteboard service: Tucuxi's own providers are asked in the
 * order of the reference, others after them by {@code service.ranking}.
 */
@ConsumerType
public interface TokenProvider {

    /**
     * The provider's name.
     *
     * @return for example {@code sso}
     */
    String name();

    /**
     * Looks for a token.
     *
     * @param configuration the session's configuration
     * @param signingName the service that the token is for, or null for the session's own token
     * @return gives the token each time it is needed, refreshed when that is due; empty when there is none
     * @throws org.tucuxi.TucuxiException when there is something that cannot be used
     */
    Optional<Supplier<BearerToken>> load(Configuration configuration, String signingName);
}
