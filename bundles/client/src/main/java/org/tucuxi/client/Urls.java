package org.tucuxi.client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.tucuxi.InvalidConfigException;

/** URLs as text: what is in a URL stays as it is, since what is signed must be what is sent. */
final class Urls {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Urls() {
    }

    /** The host of a URL in lower case without port, or null. */
    static String host(String url) {
        int start = url.indexOf("://");
        if (start < 0) {
            return null;
        }
        int end = authorityEnd(url, start + 3);
        String authority = url.substring(url.lastIndexOf('@', end - 1) >= start + 3
                ? url.lastIndexOf('@', end - 1) + 1 : start + 3, end);
        int port = authority.startsWith("[") ? authority.indexOf(':', authority.indexOf(']') + 1) : authority.lastIndexOf(':');
        return (port < 0 ? authority : authority.substring(0, port)).toLowerCase(java.util.Locale.ROOT);
    }

    private static int authorityEnd(String url, int from) {
        for (int i = from; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == '/' || c == '?' || c == '#') {
                return i;
            }
        }
        return url.length();
    }

    /** Checks an endpoint that the user gave. */
    static String checked(String url) {
        boolean hasScheme = url.startsWith("http://") || url.startsWith("https://");
        String host = hasScheme ? host(url) : null;
        if (host == null || !isHost(host) || !hasPlainText(url) || !hasPort(url)) {
            throw new InvalidConfigException("Invalid endpoint: " + withoutUser(url)
                    + " (it must be an absolute http or https URL with a valid host, such as http://localhost:9000)");
        }
        return url;
    }

    /** Whether nothing in a URL could end a line of a request or hide in a message. */
    private static boolean hasPlainText(String url) {
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) <= ' ' || url.charAt(i) == 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Whether what follows the host is nothing, or a port. */
    private static boolean hasPort(String url) {
        int end = authorityEnd(url, url.indexOf("://") + 3);
        int colon = url.lastIndexOf(':', end - 1);
        if (colon < url.indexOf("://") + 3 || url.lastIndexOf(']', end - 1) > colon) {
            return true;
        }
        int port = 0;
        for (int i = colon + 1; i < end; i++) {
            char c = url.charAt(i);
            if (c < '0' || c > '9' || (port = port * 10 + c - '0') > 65_535) {
                return false;
            }
        }
        return true;
    }

    /** A URL as it may be shown: user and password are nobody's business. */
    private static String withoutUser(String url) {
        int start = url.indexOf("://") + 3;
        int at = start < 3 ? -1 : url.lastIndexOf('@', authorityEnd(url, start) - 1);
        return at < start ? url : url.substring(0, start) + "***" + url.substring(at);
    }

    private static boolean isHost(String host) {
        if (host.startsWith("[")) {
            return host.endsWith("]") && host.indexOf(':') > 0;
        }
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (name.isEmpty() || name.length() > 255) {
            return false;
        }
        int start = 0;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
            if (!isLabel(name, start, dot)) {
                return false;
            }
            start = dot + 1;
        }
        return isLabel(name, start, name.length());
    }

    /** Whether a text is 1 to 63 letters, digits and hyphens, without a hyphen at its ends. */
    static boolean isLabel(String label) {
        return isLabel(label, 0, label.length());
    }

    private static boolean isLabel(String text, int start, int end) {
        if (end == start || end - start > 63 || text.charAt(start) == '-' || text.charAt(end - 1) == '-') {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return true;
    }

    /** Joins an endpoint, a host prefix, a path and query parameters. */
    static String join(String endpoint, String hostPrefix, String path, Map<String, Object> query) {
        StringBuilder url = new StringBuilder(endpoint.length() + path.length() + 32).append(endpoint);
        int host = endpoint.indexOf("://") + 3;
        boolean hasPath = authorityEnd(endpoint, host) < endpoint.length();
        if (path.isEmpty() || path.equals("/")) {
            if (!hasPath) {
                url.append('/');
            }
        } else if (path.charAt(0) == '/' && url.charAt(url.length() - 1) == '/') {
            url.append(path, 1, path.length());
        } else {
            if (path.charAt(0) == '?' && !hasPath) {
                url.append('/');
            }
            url.append(path);
        }
        if (hostPrefix != null) {
            url.insert(host, hostPrefix);
        }
        appendQuery(url, query);
        return url.toString();
    }

    private static void appendQuery(StringBuilder url, Map<String, Object> query) {
        char separator = url.indexOf("?") >= 0 ? '&' : '?';
        for (Map.Entry<String, Object> parameter : query.entrySet()) {
            if (parameter.getValue() instanceof List<?> values) {
                for (Object value : values) {
                    append(url.append(separator), parameter.getKey(), value);
                    separator = '&';
                }
            } else {
                append(url.append(separator), parameter.getKey(), parameter.getValue());
                separator = '&';
            }
        }
    }

    private static void append(StringBuilder url, String name, Object value) {
        encode(url, name, false);
        encode(url.append('='), String.valueOf(value), false);
    }

    /** Appends form-encoded parameters, spaces as plus signs. */
    static String withForm(String url, Map<String, String> parameters) {
        StringBuilder result = new StringBuilder(url);
        char separator = url.indexOf('?') >= 0 ? '&' : '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            encode(result.append(separator), parameter.getKey(), true);
            encode(result.append('='), parameter.getValue(), true);
            separator = '&';
        }
        return result.toString();
    }

    static void encode(StringBuilder out, String text, boolean form) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isUnreserved(c)) {
                out.append(c);
            } else if (form && c == ' ') {
                out.append('+');
            } else if (c < 0x80) {
                out.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
            } else {
                int end = Character.isHighSurrogate(c) && i + 1 < text.length() ? i + 2 : i + 1;
                for (byte b : text.substring(i, end).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(HEX[(b >> 4) & 15]).append(HEX[b & 15]);
                }
                i = end - 1;
            }
        }
    }

    private static boolean isUnreserved(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.'
                || c == '~';
    }
}
