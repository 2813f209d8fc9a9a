package org.tucuxi.sso;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tucuxi.config.Configuration;

/** A configuration of what a test puts into it. */
final class FixedConfiguration implements Configuration {

    final Map<String, String> environment = new HashMap<>();
    final Map<String, Object> scoped = new HashMap<>();
    final Map<String, Object> full = new HashMap<>();
    String profile;

    @Override
    public Object get(String variable) {
        throw new IllegalArgumentException(variable);
    }

    @Override
    public Map<String, Object> section(String variable) {
        return Map.of();
    }

    @Override
    public Optional<String> profile() {
        return Optional.ofNullable(profile);
    }

    @Override
    public boolean isProfileExplicit() {
        return false;
    }

    @Override
    public Map<String, Object> scopedConfig() {
        return scoped;
    }

    @Override
    public Map<String, Object> fullConfig() {
        return full;
    }

    @Override
    public Map<String, Map<String, Object>> credentialsFileProfiles() {
        return Map.of();
    }

    @Override
    public Optional<String> endpointUrl(String clientName, String serviceId) {
        return Optional.empty();
    }

    @Override
    public Configuration with(Map<String, ?> overrides) {
        throw new AssertionError("not asked for in these tests");
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public List<Explanation> explain() {
        return List.of();
    }
}
