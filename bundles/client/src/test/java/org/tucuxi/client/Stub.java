package org.tucuxi.client;

import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tucuxi.config.Configuration;
import org.tucuxi.model.ServiceModel;

/** Interfaces of which a test needs two methods. */
final class Stub {

    private Stub() {
    }

    /** Answers methods without parameters by their names; another method is a mistake of the test. */
    @SuppressWarnings("unchecked")
    static <T> T of(Class<T> type, Map<String, ?> answers) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (answers.containsKey(method.getName())) {
                return answers.get(method.getName());
            }
            throw new UnsupportedOperationException(method.toString());
        });
    }

    static ServiceModel service(String endpointPrefix) {
        return of(ServiceModel.class, Map.of("endpointPrefix", endpointPrefix, "signingName", endpointPrefix,
                "serviceName", endpointPrefix));
    }

    static Configuration configuration(Map<String, Object> variables, Map<String, String> environment) {
        return new Settings(new LinkedHashMap<>(variables), environment);
    }

    private record Settings(Map<String, Object> variables, Map<String, String> environment) implements Configuration {

        @Override
        public Object get(String variable) {
            return variables.get(variable);
        }

        @Override
        @SuppressWarnings("unchecked")
        public Map<String, Object> section(String variable) {
            return (Map<String, Object>) variables.getOrDefault(variable, Map.of());
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
            Map<String, Object> all = new java.util.HashMap<>(variables);
            all.putAll(overrides);
            return new Settings(all, environment);
        }

        @Override
        public List<Explanation> explain() {
            return List.of();
        }
    }
}
