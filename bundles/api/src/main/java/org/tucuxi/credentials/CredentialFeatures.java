package org.tucuxi.credentials;

import java.util.Map;
import java.util.Set;

/** The reference's ids of the places that credentials are from, by the name of the method that found them. */
final class CredentialFeatures {

    private static final Map<String, Set<String>> BY_METHOD = Map.ofEntries(
            Map.entry("explicit", Set.of("e")),
            Map.entry("env", Set.of("g")),
            Map.entry("assume-role", Set.of("i")),
            Map.entry("assume-role-with-web-identity", Set.of("k")),
            Map.entry("shared-credentials-file", Set.of("n")),
            Map.entry("config-file", Set.of("n")),
            Map.entry("sso", Set.of("r", "s")),
            Map.entry("custom-process", Set.of("v", "w")),
            Map.entry("boto-config", Set.of("x")),
            Map.entry("container-role", Set.of("z")),
            Map.entry("iam-role", Set.of("0")),
            Map.entry("login", Set.of("AC", "AD")));

    private CredentialFeatures() {
    }

    static Set<String> ofMethod(String method) {
        return BY_METHOD.getOrDefault(method, Set.of());
    }
}
