package org.tucuxi.endpoints;

import java.util.Locale;

/** The result of {@code parseURL}. */
record ParsedUrl(String scheme, String authority, String path, String normalizedPath, boolean isIp)
        implements Attributes {

    private static final int MAX_PORT = 65535;

    /**
     * Takes a URL apart.
     *
     * @return null unless it is an http or https URL with an authority, without a query, and with a valid port if any
     */
    static ParsedUrl parse(String url) {
        if (url == null || hasControl(url)) {
            return null;
        }
        int colon = url.indexOf(':');
        String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || !url.startsWith("//", colon + 1)) {
            return null;
        }
        int authorityStart = colon + 3;
        int end = indexOrEnd(url, '#', authorityStart, url.length());
        int query = indexOrEnd(url, '?', authorityStart, end);
        if (query + 1 < end) {
            return null;
        }
        int pathStart = indexOrEnd(url, '/', authorityStart, query);
        String authority = url.substring(authorityStart, pathStart);
        String host = host(authority);
        if (host == null || host.isEmpty()) {
            return null;
        }
        String path = withoutPathParameters(url.substring(pathStart, query));
        return new ParsedUrl(scheme, authority, path, normalize(path), IpAddress.isV4(host) || IpAddress.isV6(host));
    }

    /** A line break in a URL is an attack or a mistake; the reference drops it and goes on. */
    private static boolean hasControl(String url) {
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) < ' ') {
                return true;
            }
        }
        return false;
    }

    private static int indexOrEnd(String text, char wanted, int from, int end) {
        int index = text.indexOf(wanted, from);
        return index < 0 || index > end ? end : index;
    }

    /** The host without user, brackets and port; null when the port or the brackets are wrong. */
    private static String host(String authority) {
        String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        int portStart;
        String host;
        if (hostAndPort.startsWith("[")) {
            int close = hostAndPort.indexOf(']');
            if (close < 0) {
                return null;
            }
            host = hostAndPort.substring(1, close);
            portStart = close + 1;
            boolean textBehind = portStart < hostAndPort.length() && hostAndPort.charAt(portStart) != ':';
            if (textBehind || !IpAddress.isV6(host)) {
                return null;
            }
        } else {
            int colon = hostAndPort.indexOf(':');
            portStart = colon < 0 ? hostAndPort.length() : colon;
            host = hostAndPort.substring(0, portStart);
        }
        return isPort(hostAndPort, portStart + 1) ? host : null;
    }

    /** An empty port is a port: the reference takes {@code http://host:}. */
    private static boolean isPort(String text, int from) {
        int port = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            port = port * 10 + (c - '0');
            if (port > MAX_PORT) {
                return false;
            }
        }
        return true;
    }

    /** The reference's URL parser cuts {@code ;parameters} off the last segment. */
    private static String withoutPathParameters(String path) {
        int semicolon = path.indexOf(';', path.lastIndexOf('/') + 1);
        return semicolon < 0 ? path : path.substring(0, semicolon);
    }

    private static String normalize(String path) {
        String normalized = UriText.encodePath(UriText.withoutDotSegments(path));
        return normalized.endsWith("/") ? normalized : normalized + "/";
    }

    @Override
    public Object attribute(String name) {
        return switch (name) {
            case "scheme" -> scheme;
            case "authority" -> authority;
            case "path" -> path;
            case "normalizedPath" -> normalizedPath;
            case "isIp" -> isIp;
            default -> null;
        };
    }
}
