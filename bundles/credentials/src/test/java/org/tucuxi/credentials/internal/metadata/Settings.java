package org.tucuxi.credentials.internal.metadata;

import java.util.HashMap;
import java.util.Map;
import org.tucuxi.credentials.testing.FixedConfiguration;

/** A configuration of the variables that matter to metadata services, with their defaults. */
final class Settings extends FixedConfiguration {

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
}
