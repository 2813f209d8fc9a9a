package org.tucuxi.sso;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.config.Configuration;

/**
 * The section {@code [sso-session name]} that a profile names: what tokens need.
 *
 * @param name the session's name
 * @param startUrl where users sign in
 * @param region where SSO is
 */
record SsoSession(String name, String startUrl, String region) {

    /**
     * Looks at the current profile.
     *
     * @param configuration the configuration
     * @return empty when the profile names no session
     * @throws InvalidConfigException when there is no such session, or a part of it is missing
     */
    static Optional<SsoSession> of(Configuration configuration) {
        Map<String, Object> profile = configuration.scopedConfig();
        if (!profile.containsKey("sso_session")) {
            return Optional.empty();
        }
        String profileName = ProfileTexts.profileName(configuration);
        String name = ProfileTexts.text(profile, "sso_session", profileName);
        Map<?, ?> section = ProfileTexts.session(configuration, name);
        String using = "The profile \"" + profileName + "\" is configured to use the SSO token provider but ";
        if (section == null || section.isEmpty()) {
            throw new InvalidConfigException(using + "the \"" + name + "\" sso_session configuration does not exist.");
        }
        List<String> missing = new ArrayList<>(2);
        for (String key : List.of("sso_start_url", "sso_region")) {
            if (!section.containsKey(key)) {
                missing.add('\'' + key + '\'');
            }
        }
        if (!missing.isEmpty()) {
            throw new InvalidConfigException(using + "is missing the following configuration: " + missing + '.');
        }
        return Optional.of(new SsoSession(name, ProfileTexts.text(section, "sso_start_url", name),
                ProfileTexts.text(section, "sso_region", name)));
    }
}
