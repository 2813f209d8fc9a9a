package org.tucuxi.login;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialCaches;
import org.tucuxi.credentials.CredentialCaches.Cache;
import org.tucuxi.credentials.LoginTokenLoadException;

/**
 * The file of one sign-in, in the folder of the AWS CLI or in {@code AWS_LOGIN_CACHE_DIRECTORY}.
 *
 * @param sessionName what the profile says in {@code login_session}
 * @param cache the folder
 */
record LoginFile(String sessionName, Cache cache) {

    static LoginFile of(String sessionName, Configuration configuration, CredentialCaches caches) {
        return new LoginFile(sessionName, caches.in(folder(configuration.environment())));
    }

    /**
     * Reads the file.
     *
     * @return what stands there
     * @throws LoginTokenLoadException when it is not there, or something is missing in it
     */
    LoginToken read() {
        return LoginToken.of(cache.read(key()).orElseThrow(() -> new LoginTokenLoadException(LoginToken.PREFIX
                + "Unable to load a existing login session for session " + sessionName
                + ". Please reauthenticate with 'aws login'.")));
    }

    void write(LoginToken token) {
        cache.write(key(), token.file());
    }

    private String key() {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(sessionName.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Path folder(Map<String, String> environment) {
        String given = environment.get("AWS_LOGIN_CACHE_DIRECTORY");
        if (given == null) {
            return Path.of(home(environment), ".aws", "login", "cache");
        }
        String expanded = expand(given, environment);
        boolean isInHome = expanded.equals("~") || expanded.startsWith("~/")
                || expanded.startsWith("~" + File.separator);
        return Path.of(isInHome ? home(environment) + expanded.substring(1) : expanded);
    }

    /** {@code $NAME} and <code>${NAME}</code>; a variable that is not set stays as it is written. */
    private static String expand(String path, Map<String, String> environment) {
        StringBuilder result = new StringBuilder(path.length());
        int at = 0;
        while (at < path.length()) {
            int end = path.charAt(at) == '$' ? variableEnd(path, at + 1) : -1;
            String name = end < 0 ? null : path.substring(at + 1, end).replace("{", "").replace("}", "");
            String value = name == null ? null : environment.get(name);
            int next = end < 0 ? at + 1 : end;
            result.append(value == null ? path.substring(at, next) : value);
            at = next;
        }
        return result.toString();
    }

    private static int variableEnd(String path, int start) {
        if (start < path.length() && path.charAt(start) == '{') {
            int close = path.indexOf('}', start);
            return close < 0 ? -1 : close + 1;
        }
        int at = start;
        while (at < path.length() && (path.charAt(at) == '_' || Character.isLetterOrDigit(path.charAt(at)))) {
            at++;
        }
        return at == start ? -1 : at;
    }

    private static String home(Map<String, String> environment) {
        for (String variable : new String[] {"HOME", "USERPROFILE"}) {
            String home = environment.get(variable);
            if (home != null && !home.isEmpty()) {
                return home;
            }
        }
        return System.getProperty("user.home");
    }
}
