package org.tucuxi.config.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tucuxi.InvalidConfigException;

/**
 * Finds the endpoint that environment or profile give a service: the service's own environment variable, the one for
 * all, the profile's services section, the profile's own key. An empty text is no endpoint.
 */
record ConfiguredEndpoints(Sources sources) {

    private static final String KEY = "endpoint_url";
    private static final String VARIABLE = "AWS_ENDPOINT_URL";

    Optional<String> find(String clientName, String serviceId) {
        String service = EndpointNames.of(clientName, serviceId);
        Map<String, String> environment = sources.environment();
        String url = environment.get(VARIABLE + '_' + service.toUpperCase(Locale.ROOT));
        if (url == null || url.isEmpty()) {
            url = environment.get(VARIABLE);
        }
        if (url == null || url.isEmpty()) {
            url = ofServicesSection(service);
        }
        if (url == null || url.isEmpty()) {
            url = text(sources.scoped().get(KEY), "key " + KEY);
        }
        return url == null || url.isEmpty() ? Optional.empty() : Optional.of(url);
    }

    private String ofServicesSection(String service) {
        Object name = sources.scoped().get("services");
        if (name == null) {
            return null;
        }
        Map<String, Object> section = sources.files().services(name);
        if (section == null || section.isEmpty()) {
            throw new InvalidConfigException("The profile " + sources.profile() + " has services = " + name
                    + ", but there is no section [services " + name + "] with services in " + sources.files().config());
        }
        Object block = section.get(service);
        if (block == null) {
            return null;
        }
        if (block instanceof Map<?, ?> keys) {
            return text(keys.get(KEY), "key " + KEY + " of " + service);
        }
        throw new InvalidConfigException("Section [services " + name + "] in " + sources.files().config()
                + " has a value for " + service + " where a block belongs: an indented line " + KEY + " = … below "
                + service + " =");
    }

    private String text(Object value, String what) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new InvalidConfigException("The " + what + " for profile " + sources.profile()
                + " is a block; a URL belongs there");
    }
}
