package org.tucuxi.endpoints;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Percent encoding and paths, as RFC 3986 and AWS have them. */
final class UriText {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private UriText() {
    }

    /** Encodes all but letters, digits and {@code -._~}. */
    static String encode(String text) {
        return encode(text, false);
    }

    /** The same, and {@code /} stays. */
    static String encodePath(String path) {
        return encode(path, true);
    }

    private static String encode(String text, boolean keepSlash) {
        int i = 0;
        while (i < text.length() && isKept(text.charAt(i), keepSlash)) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder encoded = new StringBuilder(text.length() + 16).append(text, 0, i);
        for (byte b : text.substring(i).getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && isKept((char) b, keepSlash)) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX[(b >> 4) & 0xF]).append(HEX[b & 0xF]);
            }
        }
        return encoded.toString();
    }

    private static boolean isKept(char c, boolean keepSlash) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
                || c == '-' || c == '.' || c == '_' || c == '~' || keepSlash && c == '/';
    }

    /** RFC 3986, 5.2.4; empty segments go too, because AWS counts them as one slash. An empty path becomes a slash. */
    static String withoutDotSegments(String path) {
        if (path.isEmpty()) {
            return "/";
        }
        Deque<String> kept = new ArrayDeque<>();
        for (int start = 0; start <= path.length();) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String segment = path.substring(start, end);
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                kept.addLast(segment);
            }
            start = end + 1;
        }
        String first = path.startsWith("/") ? "/" : "";
        String last = path.endsWith("/") && !kept.isEmpty() ? "/" : "";
        return first + String.join("/", kept) + last;
    }
}
