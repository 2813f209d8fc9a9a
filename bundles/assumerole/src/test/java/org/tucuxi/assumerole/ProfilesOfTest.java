package org.tucuxi.assumerole;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.testing.FixedConfiguration;

/** A configuration of the profiles that a test writes down. */
final class ProfilesOfTest extends FixedConfiguration {

    final Map<String, Map<String, Object>> profiles = new LinkedHashMap<>();

    ProfilesOfTest() {
        environment.put("HOME", "/home/ada");
        profile = "role";
    }

    /** Adds a profile: keys and values in turn. */
    ProfilesOfTest with(String name, String... keys) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keys.length; i += 2) {
            map.put(keys[i], keys[i + 1]);
        }
        profiles.put(name, map);
        return this;
    }

    @Override
    public Object get(String variable) {
        return variable.equals("region") ? "eu-west-1" : null;
    }

    @Override
    public Map<String, Object> scopedConfig() {
        return profiles.getOrDefault(profile, Map.of());
    }

    @Override
    public Map<String, Object> fullConfig() {
        return Map.of("profiles", profiles);
    }

    @Override
    public Map<String, Map<String, Object>> credentialsFileProfiles() {
        return profiles;
    }

    @Override
    public Optional<String> endpointUrl(String clientName, String serviceId) {
        return Optional.of("http://" + clientName + ".invalid");
    }

    @Override
    public Configuration with(Map<String, ?> overrides) {
        ProfilesOfTest other = new ProfilesOfTest();
        other.profiles.putAll(profiles);
        other.environment.putAll(environment);
        other.profile = overrides.containsKey("profile") ? overrides.get("profile").toString() : profile;
        other.isExplicit = isExplicit || overrides.containsKey("profile");
        return other;
    }
}
