package org.tucuxi.config.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where values come from, in their order: what the program set, the environment, the profile, the default. The first
 * that is there wins, also when it is an empty text.
 *
 * @param overrides what the program or Config Admin set
 * @param environment the environment when the configuration was read
 * @param files the profile files, or null before they are known
 * @param profile the profile whose keys count
 * @param scoped the keys of that profile
 */
record Sources(Map<String, Given> overrides, Map<String, String> environment, ProfileFiles files, String profile,
        Map<String, Object> scoped) {

    static final String BY_PROGRAM = "set by the program";
    static final String DEFAULT = "default";
    static final String NOT_SET = "not set";

    /**
     * A value that was set before environment and files are looked at.
     *
     * @param value not null
     * @param setBy who set it
     */
    record Given(Object value, String setBy) {

        @Override
        public String toString() {
            return setBy;
        }
    }

    static Sources of(Map<String, Given> overrides, Map<String, String> environment) {
        return new Sources(overrides, environment, null, null, Map.of());
    }

    Sources with(ProfileFiles read, String chosen, Map<String, Object> keys) {
        return new Sources(overrides, environment, read, chosen, keys);
    }

    Found find(Variable variable) {
        Given set = overrides.get(variable.name());
        if (set != null) {
            return new Found(variable, set.value(), set.setBy());
        }
        for (String name : variable.environment()) {
            String value = environment.get(name);
            if (value != null) {
                return new Found(variable, value, "environment " + name);
            }
        }
        for (String key : variable.profileKeys()) {
            Object value = scoped.get(key);
            if (value != null) {
                return new Found(variable, value, files.source(profile, key));
            }
        }
        if (variable.nestedIn() != null && scoped.get(variable.nestedIn()) instanceof Map<?, ?> block) {
            Object value = block.get(variable.name());
            if (value != null) {
                return new Found(variable, value, files.source(profile, variable.nestedIn()));
            }
        }
        Object fallback = variable.fallback();
        return new Found(variable, fallback, fallback == null ? NOT_SET : DEFAULT);
    }

    /**
     * The keys of a section that have a value: the profile's block of that name, and over it the keys that have sources
     * of their own. A map that the program set takes the place of all of it. A key may be set alone as well, where that
     * must not touch the variable of the same name: {@code s3.use_dualstack_endpoint}.
     */
    Map<String, Found> section(String name, List<Variable> keys) {
        Map<String, Found> result = below(name, keys);
        for (Variable variable : keys) {
            Given set = overrides.get(name + '.' + variable.name());
            if (set != null) {
                result.put(variable.name(), new Found(variable, set.value(), set.setBy()));
            }
        }
        return result;
    }

    private Map<String, Found> below(String name, List<Variable> keys) {
        Map<String, Found> result = new LinkedHashMap<>();
        Given whole = overrides.get(name);
        if (whole != null && whole.value() instanceof Map<?, ?> set) {
            set.forEach((key, value) -> put(result, key, value, keys, whole.setBy()));
            return result;
        }
        if (scoped.get(name) instanceof Map<?, ?> block) {
            String source = files.source(profile, name);
            block.forEach((key, value) -> put(result, key, value, keys, source));
        }
        for (Variable variable : keys) {
            Found found = find(variable);
            if (found.raw() != null) {
                result.put(variable.name(), found);
            }
        }
        return result;
    }

    private static void put(Map<String, Found> result, Object key, Object value, List<Variable> keys, String source) {
        if (key == null || value == null) {
            return;
        }
        Variable variable = Variable.of(key.toString(), null, null, null, Conversion.RAW);
        for (Variable known : keys) {
            if (known.name().equals(key)) {
                variable = known;
            }
        }
        result.put(variable.name(), new Found(variable, value, source));
    }

    @Override
    public String toString() {
        return "Sources(profile " + profile + ')';
    }
}
