package org.tucuxi.assumerole;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.config.Configuration;

/** The profiles of both files, merged. */
final class Profiles {

    static final String DEFAULT = "default";

    private final Map<?, ?> profiles;

    private Profiles(Map<?, ?> profiles) {
        this.profiles = profiles;
    }

    static Profiles of(Configuration configuration) {
        Object profiles = configuration.fullConfig().get("profiles");
        return new Profiles(profiles instanceof Map<?, ?> map ? map : Map.of());
    }

    boolean has(String profile) {
        return profiles.containsKey(profile);
    }

    /** The keys of a profile; none when there is no such profile. */
    Map<String, Object> keys(String profile) {
        Map<String, Object> keys = new LinkedHashMap<>();
        if (profiles.get(profile) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> keys.put(key.toString(), value));
        }
        return Collections.unmodifiableMap(keys);
    }

    /** The text of a key, or null. */
    String text(String profile, String key) {
        Object value = profiles.get(profile) instanceof Map<?, ?> map ? map.get(key) : null;
        if (value instanceof Map<?, ?>) {
            throw new InvalidConfigException("The key " + key + " of the profile \"" + profile
                    + "\" is a block; write its value in the same line");
        }
        return value == null ? null : value.toString();
    }

    /** Whether the profile itself assumes a role; with a token file it is another provider that does. */
    boolean isRole(String profile) {
        Map<String, Object> keys = keys(profile);
        return keys.containsKey("role_arn") && !keys.containsKey("web_identity_token_file");
    }

    boolean hasStaticKeys(String profile) {
        Map<String, Object> keys = keys(profile);
        return keys.containsKey("aws_access_key_id") || keys.containsKey("aws_secret_access_key");
    }
}
