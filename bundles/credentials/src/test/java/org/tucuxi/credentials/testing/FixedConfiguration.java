package org.tucuxi.credentials.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tucuxi.config.Configuration;

/** A configuration of what a test puts into it. */
public class FixedConfiguration implements Configuration {

    public final Map<String, String> environment = new HashMap<>();
    public final Map<String, Object> scoped = new HashMap<>();
    public final Map<String, Object> full = new HashMap<>();
    public final Map<String, Map<String, Object>> credentialsFile = new HashMap<>();
    public final Map<String, Map<String, Object>> configFile = new HashMap<>();
    public String profile;
    public boolean isExplicit;

    @Override
    public Object get(String variable) {
        return switch (variable) {
            case "credentials_file" -> "~/.aws/credentials";
            case "config_file" -> "~/.aws/config";
            default -> throw new IllegalArgumentException(variable);
        };
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
        return isExplicit;
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
        return credentialsFile;
    }

    @Override
    public Map<String, Map<String, Object>> configFileProfiles() {
        return configFile;
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
