package org.tucuxi.sso;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.config.Configuration;

/**
 * A profile that asks for credentials of SSO.
 *
 * @param roleName the role
 * @param accountId its account
 * @param startUrl where users sign in
 * @param region where SSO is
 * @param sessionName the section {@code [sso-session name]}, or null for a profile of the old kind
 */
record SsoProfile(String roleName, String accountId, String startUrl, String region, String sessionName) {

    private static final List<String> REQUIRED =
            List.of("sso_role_name", "sso_account_id", "sso_start_url", "sso_region");

    /**
     * Looks at the current profile.
     *
     * @param configuration the configuration
     * @return empty when the profile has neither role nor account
     * @throws InvalidConfigException when a part is missing, or profile and session contradict each other
     */
    static Optional<SsoProfile> of(Configuration configuration) {
        Map<String, Object> profile = configuration.scopedConfig();
        if (!profile.containsKey("sso_role_name") && !profile.containsKey("sso_account_id")) {
            return Optional.empty();
        }
        String profileName = ProfileTexts.profileName(configuration);
        String sessionName = profile.containsKey("sso_session")
                ? ProfileTexts.text(profile, "sso_session", profileName) : null;
        Map<String, Object> all = sessionName == null ? profile : merge(profile, configuration, sessionName);
        List<String> missing = new ArrayList<>(REQUIRED);
        missing.removeIf(all::containsKey);
        if (!missing.isEmpty()) {
            throw new InvalidConfigException("The profile \"" + profileName + "\" is configured to use SSO but is "
                    + "missing required configuration: " + String.join(", ", missing));
        }
        List<String> values = REQUIRED.stream().map(key -> ProfileTexts.text(all, key, profileName)).toList();
        return Optional.of(new SsoProfile(values.get(0), values.get(1), values.get(2), values.get(3), sessionName));
    }

    private static Map<String, Object> merge(Map<String, Object> profile, Configuration configuration, String name) {
        Map<?, ?> session = ProfileTexts.session(configuration, name);
        if (session == null) {
            throw new InvalidConfigException("The specified sso-session does not exist: \"" + name + '"');
        }
        Map<String, Object> result = new LinkedHashMap<>(profile);
        session.forEach((key, value) -> {
            Object own = result.putIfAbsent(key.toString(), value);
            if (own != null && !own.equals(value)) {
                throw new InvalidConfigException("The value for " + key + " is inconsistent between profile (" + own
                        + ") and sso-session (" + value + ").");
            }
        });
        return result;
    }

    /** The name of the AWS CLI's cache entry for these credentials. */
    String cacheKey() {
        SortedMap<String, String> arguments = new TreeMap<>();
        arguments.put("roleName", roleName);
        arguments.put("accountId", accountId);
        arguments.put(sessionName != null ? "sessionName" : "startUrl", sessionName != null ? sessionName : startUrl);
        return CacheKey.of(arguments);
    }
}
