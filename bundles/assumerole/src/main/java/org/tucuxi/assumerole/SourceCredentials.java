package org.tucuxi.assumerole;

import java.util.Set;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialResolver;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;

/** Finds the credentials with which a role may be assumed, where they are not a role's themselves. */
final class SourceCredentials {

    /** The reference's providers that look into profiles. */
    private static final Set<String> OF_PROFILES = Set.of(AssumeRoleWithWebIdentity.NAME, "sso",
            "shared-credentials-file", "login", "custom-process", "config-file");

    private final Services services;
    private final Configuration configuration;

    SourceCredentials(Services services, Configuration configuration) {
        this.services = services;
        this.configuration = configuration;
    }

    Credentials ofProfile(String profile) {
        CredentialResolver chain = services.resolvers().create(ProfileView.ofSource(configuration, profile),
                provider -> OF_PROFILES.contains(provider.name()));
        return chain.load().orElseThrow(() -> new InvalidConfigException("The source profile \"" + profile
                + "\" must have credentials; asked were " + String.join(", ", chain.names())));
    }

    Credentials ofProvider(String canonicalName, String profile) {
        CredentialResolver chain = services.resolvers().create(ProfileView.withEnvironment(configuration),
                provider -> canonicalName.equals(provider.canonicalName()));
        return chain.load().orElseThrow(() -> new CredentialRetrievalException("Error when retrieving credentials from "
                + canonicalName + ": No credentials found in credential_source referenced in profile " + profile + ": "
                + (chain.names().isEmpty() ? "no bundle brings such a provider"
                        : chain.report().get(0).detail())));
    }
}
