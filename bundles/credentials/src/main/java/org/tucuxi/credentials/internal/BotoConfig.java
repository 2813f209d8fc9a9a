package org.tucuxi.credentials.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tucuxi.config.Configuration;
import org.tucuxi.config.ConfigurationFactory;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialProvider;

/**
 * Keys in the file of boto 2: the one that {@code BOTO_CONFIG} names, else {@code /etc/boto.cfg} or {@code ~/.boto}.
 * It has the grammar of profile files and is read as if it were one.
 */
@Component
public final class BotoConfig implements CredentialProvider {

    private static final String VARIABLE = "BOTO_CONFIG";
    private static final String SECTION = "Credentials";

    private final ConfigurationFactory files;
    private final List<String> places;

    /**
     * For the component runtime.
     *
     * @param files reads profile files
     */
    @Activate
    public BotoConfig(@Reference ConfigurationFactory files) {
        this(files, List.of("/etc/boto.cfg", "~/.boto"));
    }

    BotoConfig(ConfigurationFactory files, List<String> places) {
        this.files = files;
        this.places = places;
    }

    @Override
    public String name() {
        return ReferenceProvider.BOTO_CONFIG.text();
    }

    @Override
    public String canonicalName() {
        return "Boto2Config";
    }

    @Override
    public CredentialAnswer load(Configuration configuration) {
        String named = configuration.environment().get(VARIABLE);
        List<String> asked = named == null || named.isEmpty() ? places : List.of(named);
        for (String file : asked) {
            ProfileKeys keys = new ProfileKeys(name(), "section [" + SECTION + "] of " + file);
            CredentialAnswer answer = keys.read(section(file, configuration.environment()));
            if (answer.credentials() != null) {
                return answer;
            }
        }
        return CredentialAnswer.none("no section [" + SECTION + "] with " + ProfileKeys.ACCESS_KEY + " in "
                + String.join(" or ", asked));
    }

    /** The two keys that boto 2 knew, or null. No profile may be chosen: the file has none. */
    private Map<String, Object> section(String file, Map<String, String> environment) {
        Map<String, String> withoutProfile = new HashMap<>(environment);
        withoutProfile.remove("AWS_PROFILE");
        withoutProfile.remove("AWS_DEFAULT_PROFILE");
        Map<String, Object> section = files
                .read(Map.of("credentials_file", file, "config_file", file), withoutProfile)
                .credentialsFileProfiles().get(SECTION);
        if (section == null) {
            return null;
        }
        Map<String, Object> keys = new HashMap<>(section);
        keys.keySet().retainAll(List.of(ProfileKeys.ACCESS_KEY, ProfileKeys.SECRET_KEY));
        return keys;
    }
}
