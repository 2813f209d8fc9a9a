package org.tucuxi.transport;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.tucuxi.InvalidConfigException;

/**
 * Where a proxy is and who we are to it.
 *
 * @param scheme the scheme of the URLs that it is for
 * @param secure whether the proxy itself is reached by TLS
 * @param host the proxy's host
 * @param port the proxy's port
 * @param user the user for basic authentication, or null
 * @param password the password; empty when only a user is given
 */
record ProxyAddress(String scheme, boolean secure, String host, int port, String user, String password) {

    static ProxyAddress of(String scheme, String url) {
        String rest = url;
        boolean secure = false;
        int separator = url.indexOf("://");
        if (separator >= 0) {
            secure = url.regionMatches(true, 0, "https", 0, separator) && separator == 5;
            if (!secure && !(url.regionMatches(true, 0, "http", 0, separator) && separator == 4)) {
                throw invalid(scheme, "it must start with http:// or https://");
            }
            rest = url.substring(separator + 3);
        }
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        int at = authority.lastIndexOf('@');
        String user = null;
        String password = "";
        if (at >= 0) {
            String info = authority.substring(0, at);
            int colon = info.indexOf(':');
            user = decode(colon < 0 ? info : info.substring(0, colon));
            password = colon < 0 ? "" : decode(info.substring(colon + 1));
        }
        Target place = place(scheme, secure, authority.substring(at + 1));
        return new ProxyAddress(scheme, secure, place.host(), place.port(), user, password);
    }

    private static Target place(String scheme, boolean secure, String hostAndPort) {
        try {
            return Target.of((secure ? "https://" : "http://") + hostAndPort);
        } catch (RuntimeException e) {
            throw invalid(scheme, "it must have the form http://host:port");
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The URL is left out: it may hold a password. */
    private static InvalidConfigException invalid(String scheme, String reason) {
        return new InvalidConfigException("The proxy URL for " + scheme + " cannot be used: " + reason);
    }

    /** The proxy's URL, its credentials replaced by stars. */
    String display() {
        return (secure ? "https://" : "http://") + (user == null ? "" : "***:***@") + host + ':' + port;
    }

    @Override
    public String toString() {
        return display();
    }
}
