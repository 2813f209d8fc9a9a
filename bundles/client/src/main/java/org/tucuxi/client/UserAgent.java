package org.tucuxi.client;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tucuxi.ClientConfig;
import org.tucuxi.client.discovery.EndpointDiscovery;
import org.tucuxi.config.Configuration;

/** The User-Agent header: components in the reference's order, features in the middle. */
final class UserAgent {

    private static final String ALLOWED = "!$%&'*+-.^_`|~,";
    private static final String FEATURES = " m/";
    /** Bytes of the component, its prefix included. */
    private static final int MAX_COMPONENT = 1024;
    private static final String HEAD = head();

    private final String before;
    private final String after;
    private final boolean isReplaced;
    /** Calls of a client mostly use the same features: what was made last is made again. */
    private volatile Made last;

    private UserAgent(String before, String after, boolean isReplaced) {
        this.before = before;
        this.after = after;
        this.isReplaced = isReplaced;
    }

    private record Made(Set<String> features, String header) {
    }

    static UserAgent of(ClientConfig config, Configuration configuration, String retryMode) {
        String extra = extra(config.userAgentExtra());
        if (config.userAgent() != null) {
            return new UserAgent(config.userAgent(), extra, true);
        }
        Map<String, String> environment = configuration.environment();
        String runsIn = environment.get("AWS_EXECUTION_ENV");
        String appId = config.userAgentAppid() != null ? config.userAgentAppid() : configuration.text("user_agent_appid");
        StringBuilder after = new StringBuilder(" cfg/retry-mode#").append(clean(retryMode, true));
        if (discoversEndpoints(config, configuration)) {
            after.append(" cfg/endpoint-discovery");
        }
        if (appId != null && !appId.isEmpty()) {
            after.append(" app/").append(clean(appId, true));
        }
        boolean isKnown = runsIn != null && !runsIn.isEmpty();
        return new UserAgent(HEAD + (isKnown ? " exec-env/" + clean(runsIn, false) : ""), after + extra, false);
    }

    /** Verbatim, as the reference takes it; but no text can begin another header. */
    private static String extra(String text) {
        return text == null ? "" : ' ' + text.replace('\r', '-').replace('\n', '-');
    }

    private static boolean discoversEndpoints(ClientConfig config, Configuration configuration) {
        Object setting = config.endpointDiscoveryEnabled() != null ? config.endpointDiscoveryEnabled()
                : configuration.get("endpoint_discovery_enabled");
        return setting != null && EndpointDiscovery.Setting.TRUE.name().equalsIgnoreCase(setting.toString().trim());
    }

    /** The header with the ids of the features that the call uses, in order: the reference's set has none. */
    String with(Collection<String> features) {
        if (isReplaced || features.isEmpty()) {
            return before + after;
        }
        Made known = last;
        if (known != null && known.features().size() == features.size() && known.features().containsAll(features)) {
            return known.header();
        }
        Set<String> sorted = new TreeSet<>(features);
        String header = before + ids(sorted) + after;
        last = new Made(sorted, header);
        return header;
    }

    private static String ids(Set<String> features) {
        StringBuilder ids = new StringBuilder(FEATURES);
        int limit = MAX_COMPONENT + 1;
        for (String id : features) {
            String cleaned = clean(id, true);
            if (ids.length() + cleaned.length() + 1 > limit) {
                break;
            }
            ids.append(ids.length() == FEATURES.length() ? "" : ",").append(cleaned);
        }
        return ids.length() == FEATURES.length() ? "" : ids.toString();
    }

    private static String head() {
        String version = UserAgent.class.getPackage().getImplementationVersion();
        return "Tucuxi/" + clean(version == null ? "0.1.0" : version, true) + " ua/2.1 "
                + system(System.getProperty("os.name", ""), System.getProperty("os.version", ""))
                + " md/arch#" + clean(System.getProperty("os.arch", "unknown").toLowerCase(Locale.ROOT), true)
                + " lang/java#" + clean(System.getProperty("java.version", "unknown"), true)
                + " md/vm#" + clean(System.getProperty("java.vm.name", "unknown"), true);
    }

    /** The families are those of the format; what is none of them is named beside. */
    static String system(String name, String release) {
        String lower = name.toLowerCase(Locale.ROOT);
        String family = lower.startsWith("windows") ? "windows" : lower.startsWith("mac") || lower.equals("darwin") ? "macos"
                : lower.equals("linux") ? "linux" : null;
        String suffix = release.isEmpty() ? "" : '#' + clean(release, true);
        if (family != null) {
            return "os/" + family + suffix;
        }
        return name.isEmpty() ? "os/other" : "os/other md/" + clean(name, false) + suffix;
    }

    private static String clean(String text, boolean keepsHash) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isAllowed = c < 128 && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0)
                    || keepsHash && c == '#';
            result.append(isAllowed ? c : '-');
        }
        return result.toString();
    }
}
