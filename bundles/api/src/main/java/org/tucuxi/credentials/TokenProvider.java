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
     * Looks for a token. A provider whose token is the same for every service gives it as the session's own only: the chain
     * falls back to that one and keeps it, so that it is refreshed in one place.
     *
     * @param configuration the session's configuration
     * @param signingName the service that the token is for, or null for the session's own token
     * @return gives the token each time it is needed, refreshed when that is due; empty when there is none
     * @throws org.tucuxi.TucuxiException when there is something that cannot be used
     */
    Optional<Supplier<BearerToken>> load(Configuration configuration, String signingName);

    /**
     * Why there was no token, for diagnosis.
     *
     * @param configuration the session's configuration
     * @param signingName the service that the token was for, or null for the session's own token
     * @return the reason, without a secret
     */
    default String reason(Configuration configuration, String signingName) {
        return "had none and gave no reason";
    }
}
