package org.tucuxi.sso;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialCaches;
import org.tucuxi.credentials.CredentialCaches.Cache;
import org.tucuxi.credentials.TokenRefresh;

/**
 * What the providers work with.
 *
 * @param service calls AWS
 * @param caches the files of the AWS CLI
 * @param tokens keeps tokens fresh
 * @param clock tells the time
 */
record Access(CallsService service, CredentialCaches caches, TokenRefresh tokens, Clock clock) {

    /** The tokens that {@code aws sso login} leaves. */
    Cache tokenCache(Configuration configuration) {
        return caches.in(home(configuration).resolve(Path.of(".aws", "sso", "cache")));
    }

    /** The credentials that the AWS CLI keeps for all its commands. */
    Cache credentialCache(Configuration configuration) {
        return caches.in(home(configuration).resolve(Path.of(".aws", "cli", "cache")));
    }

    private static Path home(Configuration configuration) {
        Map<String, String> environment = configuration.environment();
        for (String variable : new String[] {"HOME", "USERPROFILE"}) {
            String home = environment.get(variable);
            if (home != null && !home.isEmpty()) {
                return Path.of(home);
            }
        }
        return Path.of(System.getProperty("user.home"));
    }
}
