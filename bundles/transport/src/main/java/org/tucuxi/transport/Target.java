package org.tucuxi.transport;

import org.tucuxi.http.HttpClientException;

/**
 * A URL taken apart without changing a character of its path and query: what was signed is what is sent.
 *
 * @param secure whether the scheme is https
 * @param host the host; an IPv6 address in brackets
 * @param port the port, also when the URL has none
 * @param path the path, at least "/"
 * @param query what follows the question mark, or null
 */
record Target(boolean secure, String host, int port, String path, String query) {

    static Target of(String url) {
        boolean secure = url.regionMatches(true, 0, "https://", 0, 8);
        if (!secure && !url.regionMatches(true, 0, "http://", 0, 7)) {
            throw invalid(url, "it must start with http:// or https://");
        }
        checkCharacters(url);
        int start = secure ? 8 : 7;
        int end = endOfAuthority(url, start);
        int fragment = url.indexOf('#', end);
        int stop = fragment < 0 ? url.length() : fragment;
        int question = url.indexOf('?', end);
        boolean hasQuery = question >= 0 && question < stop;
        String path = url.substring(end, hasQuery ? question : stop);
        checkEscapes(url, path);
        String query = hasQuery ? url.substring(question + 1, stop) : null;
        int at = url.lastIndexOf('@', end);
        return split(url, url.substring(at < start ? start : at + 1, end), secure, path.isEmpty() ? "/" : path, query);
    }

    private static Target split(String url, String authority, boolean secure, String path, String query) {
        int colon = authority.lastIndexOf(':');
        String host = authority;
        int port = secure ? 443 : 80;
        if (colon > authority.lastIndexOf(']')) {
            host = authority.substring(0, colon);
            if (colon + 1 < authority.length()) {
                port = port(url, authority.substring(colon + 1));
            }
        }
        if (host.isEmpty()) {
            throw invalid(url, "it has no host");
        }
        return new Target(secure, host, port, path, query);
    }

    private static int port(String url, String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw invalid(url, "its port must be a number from 1 to 65535");
    }

    private static int endOfAuthority(String url, int start) {
        for (int i = start; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == '/' || c == '?' || c == '#') {
                return i;
            }
        }
        return url.length();
    }

    private static void checkCharacters(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c <= ' ' || c >= 127) {
                throw invalid(url, "the character at index " + i + " must be percent-encoded");
            }
        }
    }

    private static void checkEscapes(String url, String path) {
        for (int i = path.indexOf('%'); i >= 0; i = path.indexOf('%', i + 1)) {
            if (i + 2 >= path.length() || Character.digit(path.charAt(i + 1), 16) < 0
                    || Character.digit(path.charAt(i + 2), 16) < 0) {
                throw invalid(url, "a percent sign in its path must be followed by two hexadecimal digits");
            }
        }
    }

    private static HttpClientException invalid(String url, String reason) {
        int query = url.indexOf('?');
        String shown = (query < 0 ? url : url.substring(0, query)).replaceAll("[^\\x21-\\x7e]", "?");
        return new HttpClientException("Invalid URL \"" + shown + "\": " + reason);
    }

    String scheme() {
        return secure ? "https" : "http";
    }

    /** The value of the Host header: the default port is left out, as the signers do. */
    String authority() {
        return port == (secure ? 443 : 80) ? host : host + ':' + port;
    }

    /** The URL without its query, which may hold a signature. */
    String display() {
        return scheme() + "://" + authority() + path;
    }
}
