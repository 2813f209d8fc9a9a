package org.tucuxi.sso;

import java.util.Map;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.config.Configuration;

/** What stands in the sections of the configuration file. */
final class ProfileTexts {

    private ProfileTexts() {
    }

    static String profileName(Configuration configuration) {
        return configuration.profile().orElse("default");
    }

    /** A session's section, or null. */
    static Map<?, ?> session(Configuration configuration, String name) {
        return configuration.fullConfig().get("sso_sessions") instanceof Map<?, ?> sessions
                && sessions.get(name) instanceof Map<?, ?> session ? session : null;
    }

    /** A value that must be in one line. */
    static String text(Map<?, ?> section, String key, String sectionName) {
        if (section.get(key) instanceof String text) {
            return text;
        }
        throw new InvalidConfigException(key + " of \"" + sectionName + "\" is a block; write it in one line");
    }
}
