package org.tucuxi.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tucuxi.http.HttpSettings;

/** Which proxy a request goes by: that of its scheme, unless its host is excepted. */
final class Proxies {

    private final List<ProxyAddress> all;
    private final List<String> direct;
    private final boolean forwardHttps;

    Proxies(HttpSettings settings) {
        List<ProxyAddress> list = new ArrayList<>(2);
        settings.proxies().forEach((scheme, url) -> {
            String lower = scheme.toLowerCase(Locale.ROOT);
            if (!url.isBlank() && (lower.equals("http") || lower.equals("https"))) {
                list.add(ProxyAddress.of(lower, url.strip()));
            }
        });
        all = List.copyOf(list);
        direct = settings.noProxy().stream().map(rule -> rule.strip().toLowerCase(Locale.ROOT))
                .filter(rule -> !rule.isEmpty()).toList();
        forwardHttps = settings.proxyUseForwardingForHttps();
    }

    List<ProxyAddress> all() {
        return all;
    }

    /** The proxy for a URL, or null for none. */
    ProxyAddress choose(String scheme, String host, int port) {
        for (int i = 0; i < all.size(); i++) {
            ProxyAddress proxy = all.get(i);
            if (proxy.scheme().equals(scheme)) {
                boolean isProxy = proxy.host().equalsIgnoreCase(host) && proxy.port() == port;
                return isProxy || isDirect(host.toLowerCase(Locale.ROOT), port) ? null : proxy;
            }
        }
        return null;
    }

    /** Whether the proxy gets the request itself instead of a request for a tunnel. */
    boolean forwards(boolean secure) {
        return !secure || forwardHttps;
    }

    private boolean isDirect(String host, int port) {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        for (String rule : direct) {
            if (rule.equals("*") || matches(rule, bare) || matches(rule, host + ':' + port)) {
                return true;
            }
            if (rule.indexOf('/') > 0 && Network.contains(rule, bare)) {
                return true;
            }
        }
        return false;
    }

    /** A rule names a host or a domain; a leading dot is ignored, as the usual readers of NO_PROXY do. */
    private static boolean matches(String rule, String host) {
        String name = rule.startsWith("*.") ? rule.substring(2) : rule;
        while (name.startsWith(".")) {
            name = name.substring(1);
        }
        if (name.startsWith("[") && name.endsWith("]")) {
            name = name.substring(1, name.length() - 1);
        }
        return host.equals(name) || (host.endsWith(name) && host.charAt(host.length() - name.length() - 1) == '.');
    }
}
