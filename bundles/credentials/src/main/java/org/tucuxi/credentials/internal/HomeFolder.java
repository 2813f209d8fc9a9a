package org.tucuxi.credentials.internal;

import java.io.File;
import java.util.Map;

/** {@code ~} at the beginning of a path. */
final class HomeFolder {

    private static final boolean WINDOWS = File.separatorChar == '\\';

    private HomeFolder() {
    }

    static String expand(String path, Map<String, String> environment) {
        boolean isHome = path.equals("~") || path.startsWith("~/") || WINDOWS && path.startsWith("~\\");
        return isHome ? home(environment) + path.substring(1) : path;
    }

    private static String home(Map<String, String> environment) {
        String home = environment.get(WINDOWS ? "USERPROFILE" : "HOME");
        if (home == null || home.isEmpty()) {
            home = System.getProperty("user.home");
        }
        return home.length() > 1 && home.endsWith("/") ? home.substring(0, home.length() - 1) : home;
    }
}
