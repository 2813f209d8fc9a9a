package org.tucuxi.itests.interop.precedence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.BiConsumer;

/** The places that credentials come from. Each writes into a case what it needs, under an access key of its own. */
enum Source {

    EXPLICIT("explicit", true, (one, profile) -> one.explicitKeys = java.util.List.of("AKIDEXPLICIT", "secret")),

    ENVIRONMENT("env", true, (one, profile) -> {
        one.environment.put("AWS_ACCESS_KEY_ID", "AKIDENV");
        one.environment.put("AWS_SECRET_ACCESS_KEY", "secret");
        one.environment.put("AWS_SESSION_TOKEN", "token-of-env");
    }),

    ASSUME_ROLE("assume-role", false, (one, profile) -> {
        keys(one.credentialsProfile("base"), "AKIDBASE");
        one.configProfile(profile).put("role_arn", "arn:aws:iam::123456789012:role/assumed");
        one.configProfile(profile).put("source_profile", "base");
    }),

    WEB_IDENTITY_OF_PROFILE("assume-role-with-web-identity", false, (one, profile) -> {
        one.configProfile(profile).put("web_identity_token_file", one.file("web-token", "token").toString());
        one.configProfile(profile).put("role_arn", "arn:aws:iam::123456789012:role/web");
    }),

    WEB_IDENTITY_OF_ENVIRONMENT("assume-role-with-web-identity", false, (one, profile) -> {
        one.environment.put("AWS_WEB_IDENTITY_TOKEN_FILE", one.file("web-token", "token").toString());
        one.environment.put("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/web");
    }),

    SSO("sso", false, (one, profile) -> one.configProfile(profile).putAll(Map.of("sso_role_name", "role",
            "sso_account_id", "123456789012", "sso_start_url", "https://start.invalid", "sso_region", "eu-west-1"))),

    SHARED_FILE("shared-credentials-file", true, (one, profile) -> keys(one.credentialsProfile(profile), "AKIDSHARED")),

    LOGIN("login", true, (one, profile) -> {
        one.configProfile(profile).put("login_session", "me");
        one.file(".aws/login/cache/" + sha256("me") + ".json", """
                {"accessToken": {"accessKeyId": "AKIDLOGIN", "secretAccessKey": "secret", "sessionToken": "token",
                 "accountId": "123456789012", "expiresAt": "2099-01-01T00:00:00Z"}, "refreshToken": "r",
                 "clientId": "c", "dpopKey": "k"}""");
    }),

    PROCESS("custom-process", true, (one, profile) -> one.configProfile(profile).put("credential_process",
            "cat " + one.file("process.json", """
                    {"Version": 1, "AccessKeyId": "AKIDPROCESS", "SecretAccessKey": "secret", "SessionToken": "p"}"""))),

    CONFIG_FILE("config-file", true, (one, profile) -> keys(one.configProfile(profile), "AKIDCONFIG")),

    EC2_FILE("ec2-credentials-file", true, (one, profile) -> one.environment.put("AWS_CREDENTIAL_FILE",
            one.file("ec2", "AWSAccessKeyId=AKIDEC2FILE\nAWSSecretKey=secret\n").toString())),

    BOTO_CONFIG("boto-config", true, (one, profile) -> one.environment.put("BOTO_CONFIG",
            one.file("boto.cfg", "[Credentials]\naws_access_key_id = AKIDBOTO\naws_secret_access_key = secret\n")
                    .toString())),

    CONTAINER("container-role", true, (one, profile) -> one.environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI",
            Metadata.url() + "/container")),

    INSTANCE("iam-role", true, (one, profile) -> {
        one.environment.remove("AWS_EC2_METADATA_DISABLED");
        one.environment.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", Metadata.url() + "/");
    });

    private final String provider;
    private final boolean offline;
    private final BiConsumer<Case, String> writer;

    Source(String provider, boolean offline, BiConsumer<Case, String> writer) {
        this.provider = provider;
        this.offline = offline;
        this.writer = writer;
    }

    /** The name of its provider. */
    String provider() {
        return provider;
    }

    /** Whether its credentials are there without a call to AWS. */
    boolean isOffline() {
        return offline;
    }

    /** Puts it into a case, under a profile where profiles matter. */
    void into(Case one, String profile) {
        writer.accept(one, profile);
    }

    private static void keys(Map<String, String> profile, String accessKey) {
        profile.put("aws_access_key_id", accessKey);
        profile.put("aws_secret_access_key", "secret");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
