package org.tucuxi.config.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tucuxi.config.Configuration;
import org.tucuxi.config.InstanceRegion;

/** A configuration, read. */
final class ResolvedConfiguration implements Configuration {

    private final Sources sources;
    private final Map<String, String> environment;
    private final String chosenProfile;
    private final InstanceRegion instanceRegion;
    private final Map<String, Found> variables = new LinkedHashMap<>();
    private final Map<String, Map<String, Found>> sections = new LinkedHashMap<>();

    /**
     * Resolves every variable.
     *
     * @param sources where from
     * @param environment the map that the environment was read from, as {@link #environment()} shows it
     * @param chosenProfile the profile, or null when none was chosen
     * @param defaults those that take the place of the variables' own
     * @param instanceRegion knows where the program runs, for the defaults mode {@code auto}
     */
    ResolvedConfiguration(Sources sources, Map<String, String> environment, String chosenProfile,
            Map<String, Object> defaults, InstanceRegion instanceRegion) {
        this.sources = sources;
        this.environment = environment;
        this.chosenProfile = chosenProfile;
        this.instanceRegion = instanceRegion;
        for (Variable variable : Variables.ALL) {
            variables.put(variable.name(), sources.find(withDefault(variable, defaults)));
        }
        Object connectTimeout = defaults.get(Variables.CONNECT_TIMEOUT.name());
        variables.put(Variables.CONNECT_TIMEOUT.name(), new Found(Variables.CONNECT_TIMEOUT, connectTimeout,
                connectTimeout == null ? Sources.NOT_SET : Sources.DEFAULT));
        Variables.SECTIONS.forEach((name, keys) -> {
            List<Variable> withDefaults = new ArrayList<>();
            keys.forEach(key -> withDefaults.add(withDefault(key, defaults)));
            sections.put(name, sources.section(name, withDefaults));
        });
    }

    private static Variable withDefault(Variable variable, Map<String, Object> defaults) {
        Object value = defaults.get(variable.name());
        return value == null ? variable : variable.withFallback(value);
    }

    @Override
    public Object get(String variable) {
        Found found = variables.get(variable);
        if (found != null) {
            return found.value();
        }
        Map<String, Object> section = section(variable);
        return section.isEmpty() ? null : section;
    }

    @Override
    public Map<String, Object> section(String variable) {
        Map<String, Found> section = sections.get(variable);
        if (section == null) {
            throw new IllegalArgumentException("There is no configuration variable " + variable
                    + "; explain() lists those there are");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        section.forEach((key, found) -> values.put(key, found.value()));
        return Collections.unmodifiableMap(values);
    }

    @Override
    public Optional<String> profile() {
        return Optional.ofNullable(chosenProfile);
    }

    @Override
    public boolean isProfileExplicit() {
        return sources.overrides().containsKey(Variables.PROFILE);
    }

    @Override
    public Map<String, Object> scopedConfig() {
        return sources.scoped();
    }

    @Override
    public Map<String, Object> fullConfig() {
        return sources.files().full();
    }

    @Override
    public Map<String, Map<String, Object>> credentialsFileProfiles() {
        return sources.files().credentials().sections();
    }

    @Override
    public Map<String, Map<String, Object>> configFileProfiles() {
        return sources.files().configProfiles();
    }

    @Override
    public Optional<String> endpointUrl(String clientName, String serviceId) {
        return endpointUrl(clientName, serviceId, null);
    }

    @Override
    public Optional<String> endpointUrl(String clientName, String serviceId, Boolean ignoreConfigured) {
        Boolean ignore = ignoreConfigured != null ? ignoreConfigured : flag(Variables.IGNORE_ENDPOINT_URLS);
        return new ConfiguredEndpoints(sources).find(clientName, serviceId, Boolean.TRUE.equals(ignore));
    }

    @Override
    public Configuration withDefaultsMode(String mode, String clientRegion) {
        if (mode.equalsIgnoreCase(DefaultsMode.LEGACY)) {
            return this;
        }
        DefaultsMode resolved = DefaultsMode.of(mode, clientRegion, sources.environment(),
                () -> instanceRegion.region(this));
        return new ResolvedConfiguration(sources, environment, chosenProfile, resolved.defaults(), instanceRegion);
    }

    @Override
    public Configuration with(Map<String, ?> overrides) {
        Map<String, Sources.Given> all = new HashMap<>(sources.overrides());
        all.putAll(Overrides.of(overrides, Sources.BY_PROGRAM).values());
        return ConfigurationReader.resolve(Sources.of(Map.copyOf(all), sources.environment()), sources.files(), environment,
                instanceRegion);
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public List<Explanation> explain() {
        List<Explanation> result = new ArrayList<>();
        variables.forEach((name, found) -> {
            if (found.raw() != null || found.variable() != Variables.CONNECT_TIMEOUT) {
                result.add(explain(name, found));
            }
        });
        sections.forEach((section, keys) -> keys.forEach(
                (key, found) -> result.add(explain(section + '.' + key, found))));
        result.addAll(new ConfiguredEndpoints(sources).explain(
                Boolean.TRUE.equals(flag(Variables.IGNORE_ENDPOINT_URLS))));
        return Collections.unmodifiableList(result);
    }

    /**
     * A value that does not suit its variable is shown as it is: who asks for explanations may be looking for just
     * that.
     */
    private static Explanation explain(String name, Found found) {
        Object value = found.raw();
        String source = found.source();
        try {
            value = found.value();
        } catch (RuntimeException e) {
            source += " (the value cannot be used)";
        }
        return new Explanation(name, Masking.mask(name, value), source);
    }

    @Override
    public String toString() {
        return "Configuration(profile " + chosenProfile + ", region " + variables.get("region").raw() + ')';
    }
}
