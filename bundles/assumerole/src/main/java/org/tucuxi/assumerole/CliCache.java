package org.tucuxi.assumerole;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialCaches;

/** Finds the folder in which the AWS CLI keeps the credentials of roles. */
final class CliCache {

    private CliCache() {
    }

    /** The cache of the user that the configuration is of; null when there is no such folder. */
    static CredentialCaches.Cache of(CredentialCaches caches, Configuration configuration) {
        String home = configuration.environment().get("HOME");
        if (home == null || home.isBlank()) {
            home = System.getProperty("user.home", "");
        }
        try {
            return home.isBlank() ? null : caches.in(Path.of(home, ".aws", "cli", "cache"));
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
