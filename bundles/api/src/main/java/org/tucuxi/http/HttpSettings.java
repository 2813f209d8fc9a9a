package org.tucuxi.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a transport sends: two equal settings may share connections.
 *
 * @param connectTimeout how long connecting may take
 * @param readTimeout how long the server may be silent
 * @param maxPoolConnections how many connections to one host
 * @param tcpKeepalive whether SO_KEEPALIVE is set
 * @param verify whether certificates and host names are checked
 * @param caBundle a file of trusted certificates in PEM form instead of the platform's, or null
 * @param clientCertificate one file with certificate and key, or two, in PEM form; empty for none
 * @param proxies proxy URLs by the scheme of the request's URL; empty for none
 * @param noProxy hosts that are reached directly, in the form of {@code NO_PROXY}; empty for none
 * @param proxyCaBundle trusted certificates for a proxy reached by TLS, or null
 * @param proxyUseForwardingForHttps whether https requests are forwarded by the proxy instead of tunnelled
 * @param maxResponseHeaderBytes how large response headers may be, in bytes
 * @param maxBufferedBodyBytes how large a response body that is read into memory may be, in bytes
 */
public record HttpSettings(Duration connectTimeout, Duration readTimeout, int maxPoolConnections, boolean tcpKeepalive,
        boolean verify, Path caBundle, List<Path> clientCertificate, Map<String, String> proxies, List<String> noProxy,
        Path proxyCaBundle, boolean proxyUseForwardingForHttps, int maxResponseHeaderBytes, long maxBufferedBodyBytes) {

    /** The reference's defaults: 60 s, 60 s, 10 connections; and limits of 64 KiB and 256 MiB. */
    public static final HttpSettings DEFAULTS = new HttpSettings(Duration.ofSeconds(60), Duration.ofSeconds(60), 10, false,
            true, null, List.of(), Map.of(), List.of(), null, false, 64 * 1024, 256L * 1024 * 1024);

    /** Checks and copies. */
    public HttpSettings {
        clientCertificate = List.copyOf(clientCertificate);
        proxies = Map.copyOf(proxies);
        noProxy = List.copyOf(noProxy);
        if (maxPoolConnections < 1) {
            throw new IllegalArgumentException("max_pool_connections must be at least 1, not " + maxPoolConnections);
        }
    }

    /**
     * These settings with the proxies that an environment names: {@code http_proxy}, {@code https_proxy} and
     * {@code no_proxy}, in small letters before capitals.
     *
     * @param environment the environment
     * @return the settings with these proxies instead of their own
     */
    public HttpSettings withProxiesOf(Map<String, String> environment) {
        return new HttpSettings(connectTimeout, readTimeout, maxPoolConnections, tcpKeepalive, verify, caBundle,
                clientCertificate, EnvironmentProxies.proxies(environment), EnvironmentProxies.exceptions(environment),
                proxyCaBundle, proxyUseForwardingForHttps, maxResponseHeaderBytes, maxBufferedBodyBytes);
    }

    /** Shows the settings without the credentials that a proxy URL may hold. */
    @Override
    public String toString() {
        return "HttpSettings(connect " + connectTimeout + ", read " + readTimeout + ", pool " + maxPoolConnections
                + ", verify " + verify + (proxies.isEmpty() ? "" : ", proxies for " + proxies.keySet()) + ')';
    }
}
