package org.tucuxi.credentials;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.tucuxi.config.Configuration;

/**
 * The service with which a program assumes a role, where a profile would not do: with a session policy, with tags, or
 * with credentials that it has from elsewhere. The bundle {@code org.tucuxi.assumerole} offers it.
 */
@ProviderType
public interface RoleCredentials {

    /**
     * Credentials of a role. STS is called when they are first needed, and again before they end.
     *
     * @param configuration how STS is called: region, endpoint, retries; for example {@code session.configuration()}
     * @param source the credentials that may assume the role
     * @param arguments of {@code AssumeRole}, by STS's names: {@code RoleArn}, and what else is wanted of {@code Policy}
     *        (a session policy: its JSON as a text), {@code PolicyArns}, {@code RoleSessionName}, {@code ExternalId},
     *        {@code DurationSeconds} (900 to 43200), {@code Tags}, {@code SerialNumber} (then {@link MfaCodes} is asked
     *        for a code at every call)
     * @param cache where the credentials are kept for other programs, or null to keep them to this one
     * @return the credentials
     * @throws org.tucuxi.InvalidConfigException when there is no {@code RoleArn}, or the policy is not JSON
     */
    Credentials assume(Configuration configuration, Credentials source, Map<String, ?> arguments,
            CredentialCaches.Cache cache);
}
