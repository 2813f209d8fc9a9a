package org.tucuxi.credentials.internal.metadata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tucuxi.config.Configuration;

/** A configuration of the variables that matter to metadata services, with their defaults. */
final class Settings implements Configuration {

    final Map<String, String> environment = new HashMap<>();
    final Map<String, Object> variables = new HashMap<>();

    Settings() {
        variables.put("metadata_service_timeout", 1);
        variables.put("metadata_service_num_attempts", 1);
        variables.put("ec2_metadata_service_endpoint", null);
        variables.put("ec2_metadata_service_endpoint_mode", null);
        variables.put("ec2_metadata_v1_disabled", false);
        variables.put("imds_use_ipv6", false);
        variables.put("user_agent_appid", null);
    }

    Settings set(String variable, Object value) {
        get(variable);
        variables.put(variable, value);
        return this;
    }

    Settings environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    @Override
    public Object get(String variable) {
        if (!variables.containsKey(variable)) {
            throw new IllegalArgumentException(variable);
        }
        return variables.get(variable);
    }

    @Override
    public Map<String, Object> section(String variable) {
        return Map.of();
    }

    @Override
    public Optional<String> profile() {
        return Optional.empty();
    }

    @Override
    public boolean isProfileExplicit() {
        return false;
    }

    @Override
    public Map<String, Object> scopedConfig() {
        return Map.of();
    }

    @Override
    public Map<String, Object> fullConfig() {
        return Map.of();
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
