package org.tucuxi.signing.internal;

/** Where the parts of a URL are; nothing is copied, decoded or rejected. */
final class Url {

    private final String text;
    private final int authority;
    private final int path;
    private final int query;
    private final int end;

    Url(String text) {
        this.text = text;
        int scheme = text.indexOf("://");
        authority = scheme < 0 ? 0 : scheme + 3;
        int fragment = text.indexOf('#', authority);
        end = fragment < 0 ? text.length() : fragment;
        int mark = text.indexOf('?', authority);
        query = mark < 0 || mark > end ? end : mark;
        int slash = text.indexOf('/', authority);
        path = slash < 0 || slash > query ? query : slash;
    }

    String text() {
        return text;
    }

    /** Host and port as they are written, with what is before them. */
    int authorityStart() {
        return authority;
    }

    int pathStart() {
        return path;
    }

    int pathEnd() {
        return query;
    }

    /** The first character behind the question mark; {@link #queryEnd()} without a query. */
    int queryStart() {
        return Math.min(query + 1, end);
    }

    int queryEnd() {
        return end;
    }

    boolean isHttps() {
        return text.startsWith("https");
    }

    /** The {@code Host} that an HTTP client sends: without user info, without the scheme's own port. */
    void writeHost(Bytes out) {
        int start = Math.max(authority, text.lastIndexOf('@', path - 1) + 1);
        int hostEnd = path;
        int colon = text.lastIndexOf(':', path - 1);
        if (colon >= start && !isInsideBrackets(colon) && isOwnPort(colon + 1)) {
            hostEnd = colon;
        }
        for (int i = start; i < hostEnd; i++) {
            out.put(Bytes.lower(text.charAt(i)));
        }
    }

    private boolean isInsideBrackets(int colon) {
        int bracket = text.indexOf(']', colon);
        return bracket >= 0 && bracket < path;
    }

    private boolean isOwnPort(int from) {
        int length = path - from;
        return length == 0
                || length == 3 && text.startsWith("443", from) && text.startsWith("https:")
                || length == 2 && text.startsWith("80", from) && text.startsWith("http:");
    }
}
