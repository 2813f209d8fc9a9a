package org.tucuxi.credentials.internal.metadata;

import java.util.Map;
import org.tucuxi.config.Configuration;

/** Who asks, as a User-Agent header: a session's, without what only a call of a client knows. */
final class SessionAgent {

    private static final String ALLOWED = "!$%&'*+-.^_`|~,";

    private SessionAgent() {
    }

    static String of(Configuration configuration) {
        Map<String, String> environment = configuration.environment();
        String version = SessionAgent.class.getPackage().getImplementationVersion();
        String runsIn = environment.get("AWS_EXECUTION_ENV");
        String appId = configuration.text("user_agent_appid");
        return "Tucuxi/" + clean(version == null ? "0.1.0" : version) + " ua/2.1 os/"
                + property("os.name") + '#' + property("os.version") + " lang/java#" + property("java.version")
                + (runsIn == null ? "" : " exec-env/" + clean(runsIn)) + (appId == null ? "" : " app/" + clean(appId));
    }

    private static String property(String name) {
        return clean(System.getProperty(name, "unknown"));
    }

    private static String clean(String text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isAllowed = c < 128 && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0);
            result.append(isAllowed ? c : '-');
        }
        return result.toString();
    }
}
