package org.tucuxi.assumerole;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tucuxi.config.Configuration;

/**
 * A session's configuration as the providers of another profile see it: the profile's keys are the other's, all that
 * says how services are called stays the session's. So it is in the reference, where a session calls STS for the whole
 * chain of profiles with its own region.
 *
 * @param session the session's configuration
 * @param name the profile; null is none chosen
 * @param isProfileExplicit whether environment credentials are switched off
 */
record ProfileView(Configuration session, String name, boolean isProfileExplicit) implements Configuration {

    private static final String PROFILE = "profile";

    /** A source profile: environment variables have no part in it. */
    static Configuration ofSource(Configuration session, String name) {
        return new ProfileView(session, name, true);
    }

    /** The same profile, with environment credentials whoever chose it: a profile that names them gets them. */
    static Configuration withEnvironment(Configuration session) {
        return new ProfileView(session, session.profile().orElse(null), false);
    }

    @Override
    public Object get(String variable) {
        return variable.equals(PROFILE) ? name : session.get(variable);
    }

    @Override
    public Map<String, Object> section(String variable) {
        return session.section(variable);
    }

    @Override
    public Optional<String> profile() {
        return Optional.ofNullable(name);
    }

    @Override
    public Map<String, Object> scopedConfig() {
        return Profiles.of(this).keys(name == null ? Profiles.DEFAULT : name);
    }

    @Override
    public Map<String, Object> fullConfig() {
        return session.fullConfig();
    }

    @Override
    public Map<String, Map<String, Object>> credentialsFileProfiles() {
        return session.credentialsFileProfiles();
    }

    @Override
    public Map<String, Map<String, Object>> configFileProfiles() {
        return session.configFileProfiles();
    }

    @Override
    public Optional<String> endpointUrl(String clientName, String serviceId) {
        return session.endpointUrl(clientName, serviceId);
    }

    @Override
    public Optional<String> endpointUrl(String clientName, String serviceId, Boolean ignoreConfigured) {
        return session.endpointUrl(clientName, serviceId, ignoreConfigured);
    }

    @Override
    public Configuration withDefaultsMode(String mode, String clientRegion) {
        return new ProfileView(session.withDefaultsMode(mode, clientRegion), name, isProfileExplicit);
    }

    @Override
    public Configuration with(Map<String, ?> overrides) {
        if (overrides.get(PROFILE) instanceof String other && !other.equals(name)) {
            return session.with(overrides);
        }
        Map<String, Object> others = new LinkedHashMap<>(overrides);
        others.remove(PROFILE);
        return new ProfileView(session.with(others), name, isProfileExplicit);
    }

    @Override
    public Map<String, String> environment() {
        return session.environment();
    }

    @Override
    public List<Explanation> explain() {
        return session.explain();
    }
}
