package org.tucuxi.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.ClientConfig;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.config.Configuration;
import org.tucuxi.http.HttpSettings;

/** Makes a transport's settings of client configuration, configuration variables and environment. */
final class TransportSettings {

    private TransportSettings() {
    }

    static HttpSettings of(ClientConfig config, Configuration configuration) {
        HttpSettings defaults = HttpSettings.DEFAULTS;
        Map<String, Object> proxiesConfig = new LinkedHashMap<>(configuration.section("proxies_config"));
        if (config.proxiesConfig() != null) {
            proxiesConfig.putAll(config.proxiesConfig());
        }
        Map<String, String> environment = configuration.environment();
        boolean isProxyGiven = config.proxies() != null;
        Boolean keepalive = config.tcpKeepalive() != null ? config.tcpKeepalive() : configuration.flag("tcp_keepalive");
        return new HttpSettings(connectTimeout(config, configuration),
                orElse(config.readTimeout(), defaults.readTimeout()),
                orElse(config.maxPoolConnections(), defaults.maxPoolConnections()), Boolean.TRUE.equals(keepalive),
                !Boolean.FALSE.equals(config.verify()), caBundle(config.verify(), configuration),
                orElse(config.clientCert(), List.of()),
                isProxyGiven ? config.proxies() : environmentProxies(environment),
                isProxyGiven ? List.of() : noProxy(environment), path(proxiesConfig.get("proxy_ca_bundle")),
                BuiltIns.isTrue(proxiesConfig.get("proxy_use_forwarding_for_https")),
                orElse(config.maxResponseHeaderBytes(), defaults.maxResponseHeaderBytes()),
                orElse(config.maxBufferedBodyBytes(), defaults.maxBufferedBodyBytes()));
    }

    /** What was given, else what a defaults mode says, else the default. */
    static Duration connectTimeout(ClientConfig config, Configuration configuration) {
        if (config.connectTimeout() != null) {
            return config.connectTimeout();
        }
        return configuration.get("connect_timeout") instanceof Double seconds ? Duration.ofMillis(Math.round(seconds * 1000))
                : HttpSettings.DEFAULTS.connectTimeout();
    }

    private static Path caBundle(Object verify, Configuration configuration) {
        if (verify instanceof Path file) {
            return file;
        }
        String file = verify instanceof String given ? given : null;
        if (file == null && verify == null) {
            file = configuration.text("ca_bundle");
            if (file == null) {
                file = configuration.environment().get("REQUESTS_CA_BUNDLE");
            }
        }
        if (file == null) {
            return null;
        }
        if (file.isBlank()) {
            throw new InvalidConfigException("The file of trusted certificates (verify, ca_bundle, AWS_CA_BUNDLE) is blank;"
                    + " name a PEM file or leave it out");
        }
        return Path.of(file);
    }

    private static Path path(Object value) {
        return value == null ? null : Path.of(value.toString());
    }

    private static Map<String, String> environmentProxies(Map<String, String> environment) {
        String http = environment.get("http_proxy");
        // A CGI program's HTTP_PROXY is a request header that anybody can send.
        if (http == null && !environment.containsKey("REQUEST_METHOD")) {
            http = environment.get("HTTP_PROXY");
        }
        String https = variable(environment, "https_proxy", "HTTPS_PROXY");
        Map<String, String> proxies = new LinkedHashMap<>(4);
        if (http != null && !http.isBlank()) {
            proxies.put("http", http);
        }
        if (https != null && !https.isBlank()) {
            proxies.put("https", https);
        }
        return proxies;
    }

    private static List<String> noProxy(Map<String, String> environment) {
        String value = variable(environment, "no_proxy", "NO_PROXY");
        return value == null ? List.of()
                : Arrays.stream(value.split(",")).map(String::trim).filter(host -> !host.isEmpty()).toList();
    }

    /** A variable in lower case wins over one in capitals. */
    private static String variable(Map<String, String> environment, String lower, String capitals) {
        String value = environment.get(lower);
        return value != null ? value : environment.get(capitals);
    }

    private static <T> T orElse(T value, T fallback) {
        return value != null ? value : fallback;
    }

    /** For messages: how long a read may take. */
    static Duration readTimeout(ClientConfig config) {
        return orElse(config.readTimeout(), HttpSettings.DEFAULTS.readTimeout());
    }
}
