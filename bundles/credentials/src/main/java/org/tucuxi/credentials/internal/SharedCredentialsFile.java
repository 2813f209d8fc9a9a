package org.tucuxi.credentials.internal;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialProvider;

/** Keys of a profile in the credentials file, where a section's name is the profile's. */
@Component
public final class SharedCredentialsFile implements CredentialProvider {

    @Override
    public String name() {
        return ReferenceProvider.SHARED_CREDENTIALS_FILE.text();
    }

    @Override
    public String canonicalName() {
        return "SharedCredentials";
    }

    @Override
    public CredentialAnswer load(Configuration configuration) {
        String profile = configuration.profile().orElse("default");
        return new ProfileKeys(name(), "profile '" + profile + "' in " + configuration.text("credentials_file"))
                .read(configuration.credentialsFileProfiles().get(profile));
    }
}
