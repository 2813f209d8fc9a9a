package org.tucuxi.config.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.config.Configuration.Explanation;

/**
 * Finds the endpoint that is configured for a service: what the program or Config Admin set, the service's own
 * environment variable, the one for all, the profile's services section, the profile's own key. An empty text is no
 * endpoint. Those of environment and profile can be ignored.
 */
record ConfiguredEndpoints(Sources sources) {

    private static final String KEY = Overrides.ENDPOINT_URL;
    private static final String VARIABLE = "AWS_ENDPOINT_URL";
    private static final String IGNORED = " (not used: " + Variables.IGNORE_ENDPOINT_URLS + ')';

    /** An endpoint and where it was found. */
    private record Place(String url, String source) {
    }

    Optional<String> find(String clientName, String serviceId, boolean ignoreConfigured) {
        Place set = set();
        if (set != null || ignoreConfigured) {
            return Optional.ofNullable(set).map(Place::url);
        }
        return Optional.ofNullable(configured(EndpointNames.of(clientName, serviceId))).map(Place::url);
    }

    /** That of all services that have none of their own, and those of the services that have. */
    List<Explanation> explain(boolean ignoreConfigured) {
        List<Explanation> result = new ArrayList<>();
        Place set = set();
        if (set != null) {
            return List.of(new Explanation(KEY, Masking.mask(KEY, set.url()), set.source()));
        }
        String mark = ignoreConfigured ? IGNORED : "";
        try {
            Place common = configured(null);
            result.add(common == null ? new Explanation(KEY, null, Sources.NOT_SET)
                    : new Explanation(KEY, Masking.mask(KEY, common.url()), common.source() + mark));
            for (String service : servicesWithTheirOwn()) {
                Place own = configured(service);
                if (own != null && !own.equals(common)) {
                    result.add(new Explanation(KEY + '.' + service, Masking.mask(KEY, own.url()), own.source() + mark));
                }
            }
        } catch (InvalidConfigException e) {
            result.add(new Explanation("services", sources.scoped().get("services"), e.getMessage()));
        }
        return result;
    }

    private Place set() {
        Sources.Given given = sources.overrides().get(KEY);
        return given == null || given.value().toString().isEmpty() ? null
                : new Place(given.value().toString(), given.setBy());
    }

    /** The endpoint of a service by its name in configuration, or with null that of services without their own. */
    private Place configured(String service) {
        if (service != null) {
            Place own = variable(VARIABLE + '_' + service.toUpperCase(Locale.ROOT));
            if (own != null) {
                return own;
            }
        }
        Place all = variable(VARIABLE);
        if (all != null) {
            return all;
        }
        Place section = service == null ? null : ofServicesSection(service);
        if (section != null) {
            return section;
        }
        String url = text(sources.scoped().get(KEY), "key " + KEY);
        return url == null || url.isEmpty() ? null : new Place(url, sources.files().source(sources.profile(), KEY));
    }

    private Place variable(String name) {
        String url = sources.environment().get(name);
        return url == null || url.isEmpty() ? null : new Place(url, "environment " + name);
    }

    private Set<String> servicesWithTheirOwn() {
        Set<String> names = new TreeSet<>();
        String prefix = VARIABLE + '_';
        for (String variable : sources.environment().keySet()) {
            if (variable.startsWith(prefix)) {
                names.add(variable.substring(prefix.length()).toLowerCase(Locale.ROOT));
            }
        }
        Map<String, Object> section = servicesSection();
        if (section != null) {
            names.addAll(section.keySet());
        }
        return names;
    }

    private Map<String, Object> servicesSection() {
        Object name = sources.scoped().get("services");
        if (name == null) {
            return null;
        }
        Map<String, Object> section = sources.files().services(name);
        if (section == null || section.isEmpty()) {
            String shown = Shown.of(String.valueOf(name));
            throw new InvalidConfigException("The profile " + Shown.of(sources.profile()) + " has services = " + shown
                    + ", but there is no section [services " + shown + "] with services in "
                    + sources.files().config());
        }
        return section;
    }

    private Place ofServicesSection(String service) {
        Map<String, Object> section = servicesSection();
        Object block = section == null ? null : section.get(service);
        if (block == null) {
            return null;
        }
        String where = "services " + sources.scoped().get("services");
        if (block instanceof Map<?, ?> keys) {
            String url = text(keys.get(KEY), "key " + KEY + " of " + service);
            return url == null || url.isEmpty() ? null : new Place(url, where + " in " + sources.files().config());
        }
        throw new InvalidConfigException("Section [" + Shown.of(where) + "] in " + sources.files().config()
                + " has a value for " + service + " where a block belongs: an indented line " + KEY + " = … below "
                + service + " =");
    }

    private String text(Object value, String what) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new InvalidConfigException("The " + what + " for profile " + Shown.of(sources.profile())
                + " is a block; a URL belongs there");
    }
}
