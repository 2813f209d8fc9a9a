package org.tucuxi.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The variables that name proxies. One in small letters wins over one in capitals. */
final class EnvironmentProxies {

    private EnvironmentProxies() {
    }

    static Map<String, String> proxies(Map<String, String> environment) {
        String http = environment.get("http_proxy");
        // A CGI program's HTTP_PROXY is a request header that anybody can send.
        if (http == null && !environment.containsKey("REQUEST_METHOD")) {
            http = environment.get("HTTP_PROXY");
        }
        Map<String, String> proxies = new HashMap<>(4);
        put(proxies, "http", http);
        put(proxies, "https", variable(environment, "https_proxy", "HTTPS_PROXY"));
        return proxies;
    }

    private static void put(Map<String, String> proxies, String scheme, String url) {
        if (url != null && !url.isBlank()) {
            proxies.put(scheme, url);
        }
    }

    static List<String> exceptions(Map<String, String> environment) {
        String value = variable(environment, "no_proxy", "NO_PROXY");
        List<String> hosts = new ArrayList<>();
        if (value != null) {
            for (String host : value.split(",")) {
                if (!host.isBlank()) {
                    hosts.add(host.strip());
                }
            }
        }
        return hosts;
    }

    private static String variable(Map<String, String> environment, String small, String capitals) {
        String value = environment.get(small);
        return value != null ? value : environment.get(capitals);
    }
}
