package org.tucuxi.credentials.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tucuxi.config.Configuration;

/**
 * The providers of the reference in their order (botocore's credentials), and by what a configuration shows that it
 * means one of them, which matters when the provider is not installed.
 */
enum ReferenceProvider {

    ENV("env", Bundle.CREDENTIALS, List.of(), List.of("AWS_ACCESS_KEY_ID")),
    ASSUME_ROLE("assume-role", Bundle.ASSUME_ROLE, List.of("role_arn"), List.of()),
    WEB_IDENTITY("assume-role-with-web-identity", Bundle.ASSUME_ROLE, List.of("web_identity_token_file"),
            List.of("AWS_WEB_IDENTITY_TOKEN_FILE")),
    SSO("sso", Bundle.SSO, List.of("sso_role_name", "sso_account_id"), List.of()),
    SHARED_CREDENTIALS_FILE("shared-credentials-file", Bundle.CREDENTIALS, List.of(), List.of()),
    LOGIN("login", Bundle.LOGIN, List.of("login_session"), List.of()),
    CUSTOM_PROCESS("custom-process", Bundle.CREDENTIALS, List.of("credential_process"), List.of()),
    CONFIG_FILE("config-file", Bundle.CREDENTIALS, List.of(), List.of()),
    EC2_CREDENTIALS_FILE("ec2-credentials-file", Bundle.CREDENTIALS, List.of(), List.of("AWS_CREDENTIAL_FILE")),
    BOTO_CONFIG("boto-config", Bundle.CREDENTIALS, List.of(), List.of("BOTO_CONFIG")),
    CONTAINER_ROLE("container-role", Bundle.CREDENTIALS, List.of(),
            List.of("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI")),
    IAM_ROLE("iam-role", Bundle.CREDENTIALS, List.of(), List.of());

    private static final Map<String, ReferenceProvider> BY_NAME = byName();

    private final String text;
    private final String bundle;
    private final List<String> profileKeys;
    private final List<String> variables;

    ReferenceProvider(String text, String bundle, List<String> profileKeys, List<String> variables) {
        this.text = text;
        this.bundle = bundle;
        this.profileKeys = profileKeys;
        this.variables = variables;
    }

    private static Map<String, ReferenceProvider> byName() {
        Map<String, ReferenceProvider> result = new HashMap<>();
        for (ReferenceProvider provider : values()) {
            result.put(provider.text, provider);
        }
        return Map.copyOf(result);
    }

    String text() {
        return text;
    }

    /** The bundle that brings the provider. */
    String bundle() {
        return bundle;
    }

    static Optional<ReferenceProvider> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** What in a configuration is meant for this provider; empty when nothing is. */
    Optional<String> wantedBy(Configuration configuration) {
        Map<String, Object> profile = configuration.scopedConfig();
        if (this == ASSUME_ROLE && profile.containsKey("web_identity_token_file")) {
            return Optional.empty();
        }
        for (String key : profileKeys) {
            if (profile.containsKey(key)) {
                return Optional.of("profile '" + configuration.profile().orElse("default") + "' has " + key);
            }
        }
        boolean ignoresEnvironment = (this == ENV || this == WEB_IDENTITY) && configuration.isProfileExplicit();
        for (String variable : variables) {
            String value = ignoresEnvironment ? null : configuration.environment().get(variable);
            if (value != null && !value.isEmpty()) {
                return Optional.of(variable + " is set");
            }
        }
        return Optional.empty();
    }

    /** Bundles: those that call services stand alone. */
    private static final class Bundle {

        private static final String CREDENTIALS = "org.tucuxi.credentials";
        private static final String ASSUME_ROLE = "org.tucuxi.assumerole";
        private static final String SSO = "org.tucuxi.sso";
        private static final String LOGIN = "org.tucuxi.login";

        private Bundle() {
        }
    }
}
