package org.tucuxi.config.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration file and the credentials file, each alone and merged.
 *
 * @param config the configuration file
 * @param credentials the credentials file
 * @param configProfiles the profiles of the configuration file alone
 * @param profiles the profiles of both; where both have a key, the credentials file's
 * @param full {@code profiles}, {@code sso_sessions}, {@code services} and the sections of other names
 */
record ProfileFiles(IniFile config, IniFile credentials, Map<String, Map<String, Object>> configProfiles,
        Map<String, Map<String, Object>> profiles, Map<String, Object> full) {

    static ProfileFiles of(IniFile config, IniFile credentials) {
        Map<String, Map<String, Object>> profiles = new LinkedHashMap<>();
        Map<String, Map<String, Object>> ssoSessions = new LinkedHashMap<>();
        Map<String, Map<String, Object>> services = new LinkedHashMap<>();
        Map<String, Object> full = new LinkedHashMap<>();
        config.sections().forEach((name, keys) -> {
            if (name.startsWith("profile")) {
                putNamed(profiles, name, keys);
            } else if (name.startsWith("sso-session")) {
                putNamed(ssoSessions, name, keys);
            } else if (name.startsWith("services")) {
                putNamed(services, name, keys);
            } else if (name.equals("default")) {
                profiles.put(name, keys);
            } else {
                full.put(name, keys);
            }
        });
        Map<String, Map<String, Object>> configProfiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
        credentials.sections().forEach((name, keys) -> profiles.merge(name, keys, ProfileFiles::overlay));
        full.put("profiles", Collections.unmodifiableMap(profiles));
        full.put("sso_sessions", Collections.unmodifiableMap(ssoSessions));
        full.put("services", Collections.unmodifiableMap(services));
        return new ProfileFiles(config, credentials, configProfiles, Collections.unmodifiableMap(profiles),
                Collections.unmodifiableMap(full));
    }

    /** Exactly two words make a name; a section such as {@code [profile]} or {@code [profile a b]} is dropped. */
    private static void putNamed(Map<String, Map<String, Object>> target, String section, Map<String, Object> keys) {
        Optional<List<String>> words = ShellWords.split(section);
        if (words.isPresent() && words.get().size() == 2) {
            target.put(words.get().get(1), keys);
        }
    }

    private static Map<String, Object> overlay(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> merged = new LinkedHashMap<>(below);
        merged.putAll(above);
        return Collections.unmodifiableMap(merged);
    }

    /** The services section of a name, or null. */
    @SuppressWarnings("unchecked")
    Map<String, Object> services(Object name) {
        return ((Map<String, Map<String, Object>>) full.get("services")).get(name);
    }

    /** Which file a key of a profile came from. */
    String source(String profile, String key) {
        Map<String, Object> own = credentials.sections().get(profile);
        String path = own != null && own.containsKey(key) ? credentials.path() : config.path();
        return "profile " + profile + " in " + path;
    }

    @Override
    public String toString() {
        return "ProfileFiles(" + config.path() + ", " + credentials.path() + ')';
    }
}
