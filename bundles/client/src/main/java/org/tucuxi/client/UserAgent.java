package org.tucuxi.client;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.tucuxi.ClientConfig;
import org.tucuxi.config.Configuration;

/** The User-Agent header: components in the reference's order, features in the middle. */
final class UserAgent {

    private static final String ALLOWED = "!$%&'*+-.^_`|~,";
    private static final int MAX_FEATURES = 1024;
    private static final String HEAD = head();

    private final String before;
    private final String after;
    private final boolean isReplaced;

    private UserAgent(String before, String after, boolean isReplaced) {
        this.before = before;
        this.after = after;
        this.isReplaced = isReplaced;
    }

    static UserAgent of(ClientConfig config, Configuration configuration, String retryMode) {
        String extra = config.userAgentExtra() == null ? "" : ' ' + config.userAgentExtra();
        if (config.userAgent() != null) {
            return new UserAgent(config.userAgent(), extra, true);
        }
        Map<String, String> environment = configuration.environment();
        String runsIn = environment.get("AWS_EXECUTION_ENV");
        String appId = config.userAgentAppid() != null ? config.userAgentAppid() : configuration.text("user_agent_appid");
        return new UserAgent(HEAD + (runsIn == null ? "" : " exec-env/" + clean(runsIn)),
                " cfg/retry-mode#" + clean(retryMode) + (appId == null ? "" : " app/" + clean(appId)) + extra, false);
    }

    /** The header with the ids of the features that the call uses. */
    String with(Collection<String> features) {
        if (isReplaced || features.isEmpty()) {
            return before + after;
        }
        StringBuilder ids = new StringBuilder();
        for (String id : new TreeSet<>(features)) {
            if (ids.length() + id.length() + 1 > MAX_FEATURES) {
                break;
            }
            ids.append(ids.length() == 0 ? "" : ",").append(id);
        }
        return before + " m/" + ids + after;
    }

    private static String head() {
        String version = UserAgent.class.getPackage().getImplementationVersion();
        String os = System.getProperty("os.name", "unknown");
        String family = os.toLowerCase(Locale.ROOT).startsWith("windows") ? "windows"
                : os.toLowerCase(Locale.ROOT).startsWith("mac") ? "macos" : os.equals("Linux") ? "linux" : null;
        String release = clean(System.getProperty("os.version", "unknown"));
        return "Tucuxi/" + clean(version == null ? "0.1.0" : version) + " ua/2.1 "
                + (family != null ? "os/" + family + '#' + release : "os/other md/" + clean(os) + '#' + release)
                + " md/arch#" + clean(System.getProperty("os.arch", "unknown")) + " lang/java#"
                + clean(System.getProperty("java.version", "unknown")) + " md/vm#"
                + clean(System.getProperty("java.vm.name", "unknown"));
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
