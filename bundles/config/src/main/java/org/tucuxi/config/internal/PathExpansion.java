package org.tucuxi.config.internal;

import java.io.File;
import java.util.Map;

/** Expands environment variables and {@code ~} in the name of a file, in this order, as the reference does. */
final class PathExpansion {

    private static final boolean WINDOWS = File.separatorChar == '\\';

    private final Map<String, String> environment;

    PathExpansion(Map<String, String> environment) {
        this.environment = environment;
    }

    String expand(String path) {
        String expanded = variables(path);
        if (expanded.equals("~") || expanded.startsWith("~/") || WINDOWS && expanded.startsWith("~\\")) {
            return home() + expanded.substring(1);
        }
        return expanded;
    }

    private String home() {
        String home = environment.get(WINDOWS ? "USERPROFILE" : "HOME");
        if (home == null || home.isEmpty()) {
            home = environment.get(WINDOWS ? "HOME" : "USERPROFILE");
        }
        if (home == null || home.isEmpty()) {
            home = System.getProperty("user.home");
        }
        return home.length() > 1 && home.endsWith("/") ? home.substring(0, home.length() - 1) : home;
    }

    /** {@code $NAME} and <code>${NAME}</code>; a variable that is not set stays as it is written. */
    private String variables(String path) {
        if (path.indexOf('$') < 0) {
            return path;
        }
        StringBuilder result = new StringBuilder();
        int at = 0;
        while (at < path.length()) {
            int end = path.charAt(at) == '$' ? reference(path, at) : at;
            if (end == at) {
                result.append(path.charAt(at++));
                continue;
            }
            boolean braces = path.charAt(at + 1) == '{';
            String value = environment.get(braces ? path.substring(at + 2, end - 1) : path.substring(at + 1, end));
            result.append(value == null ? path.substring(at, end) : value);
            at = end;
        }
        return result.toString();
    }

    /** Where the reference that starts at a dollar sign ends; its start when there is none. */
    private static int reference(String path, int dollar) {
        int at = dollar + 1;
        if (at < path.length() && path.charAt(at) == '{') {
            int close = path.indexOf('}', at);
            return close < 0 ? dollar : close + 1;
        }
        while (at < path.length() && isNamePart(path.charAt(at))) {
            at++;
        }
        return at == dollar + 1 ? dollar : at;
    }

    private static boolean isNamePart(char c) {
        return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
