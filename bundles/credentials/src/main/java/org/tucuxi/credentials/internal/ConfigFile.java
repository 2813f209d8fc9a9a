package org.tucuxi.credentials.internal;

import org.osgi.service.component.annotations.Component;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialProvider;

/** Keys of a profile in the configuration file. */
@Component
public final class ConfigFile implements CredentialProvider {

    @Override
    public String name() {
        return ReferenceProvider.CONFIG_FILE.text();
    }

    @Override
    public String canonicalName() {
        return "SharedConfig";
    }

    @Override
    public CredentialAnswer load(Configuration configuration) {
        String profile = configuration.profile().orElse("default");
        return new ProfileKeys(name(), "profile '" + profile + "' in " + configuration.text("config_file"))
                .read(configuration.configFileProfiles().get(profile));
    }
}
