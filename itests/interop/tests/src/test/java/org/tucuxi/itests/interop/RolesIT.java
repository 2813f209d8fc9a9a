package org.tucuxi.itests.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tucuxi.itests.interop.Answers.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.Session;
import org.tucuxi.config.ConfigurationFactory;
import org.tucuxi.credentials.FrozenCredentials;

/** Roles of moto's STS, and the cache on disk, which is botocore's too. */
@ExtendWith(World.Extension.class)
class RolesIT {

    private static final String FILES = """
            [profile role]
            role_arn = arn:aws:iam::123456789012:role/interop-writer
            source_profile = middle
            role_session_name = interop
            external_id = räum & dienst
            duration_seconds = 3600

            [profile middle]
            role_arn = arn:aws:iam::123456789012:role/interop-reader
            source_profile = keys

            [profile keys]
            aws_access_key_id = AKIDEXAMPLE
            aws_secret_access_key = wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY

            [profile token]
            role_arn = arn:aws:iam::123456789012:role/interop-pod
            role_session_name = pod
            """;

    private final World world;
    private final Map<String, String> environment = new HashMap<>();
    @TempDir
    private Path home;

    RolesIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void files() throws IOException {
        Path config = Files.writeString(home.resolve("config"), FILES);
        environment.putAll(Map.of("HOME", home.toString(), "AWS_CONFIG_FILE", config.toString(),
                "AWS_SHARED_CREDENTIALS_FILE", home.resolve("none").toString(), "AWS_PROFILE", "role",
                "AWS_REGION", "eu-west-1", "AWS_DEFAULT_REGION", "eu-west-1", "AWS_EC2_METADATA_DISABLED", "true",
                "AWS_ENDPOINT_URL_STS", world.motoUrl()));
    }

    private Session session() {
        return world.sessions().builder().configuration(world.service(ConfigurationFactory.class)
                .read(Map.of(), environment)).build();
    }

    private FrozenCredentials keys() {
        try (Session session = session()) {
            return session.credentials().orElseThrow().freeze();
        }
    }

    /** What botocore finds in the same environment: access key and account. */
    private String ofBotocore() throws Exception {
        Path script = Path.of(RolesIT.class.getResource("/cli_cache.py").toURI());
        ProcessBuilder python = new ProcessBuilder(System.getProperty("moto.python"), script.toString());
        python.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        python.environment().putAll(environment);
        Process process = python.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return printed.strip();
    }

    @Test
    void aChainOfTwoRoles() {
        try (Session session = session()) {
            Map<String, Object> identity = session.client("sts").call("GetCallerIdentity");

            assertThat(text(identity, "Arn"))
                    .isEqualTo("arn:aws:sts::123456789012:assumed-role/interop-writer/interop");
            assertThat(session.credentials().orElseThrow().method()).isEqualTo("assume-role");
            assertThat(session.credentials().orElseThrow().freeze().accountId()).isEqualTo("123456789012");
        }
    }

    @Test
    void aWebIdentity() throws IOException {
        Path token = Files.writeString(home.resolve("token"), "a.web.token");
        Files.writeString(home.resolve("config"), "web_identity_token_file = " + token + '\n',
                java.nio.file.StandardOpenOption.APPEND);
        environment.put("AWS_PROFILE", "token");
        try (Session session = session()) {
            assertThat(text(session.client("sts").call("GetCallerIdentity"), "Arn"))
                    .isEqualTo("arn:aws:sts::123456789012:assumed-role/interop-pod/pod");
            assertThat(session.credentials().orElseThrow().method()).isEqualTo("assume-role-with-web-identity");
        }
    }

    @Test
    void botocoreUsesWhatTucuxiGot() throws Exception {
        FrozenCredentials keys = keys();
        environment.put("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:9");

        assertThat(ofBotocore()).isEqualTo(keys.accessKey() + " 123456789012");
    }

    @Test
    void tucuxiUsesWhatBotocoreGot() throws Exception {
        String botocores = ofBotocore();
        environment.put("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:9");

        assertThat(botocores).isNotEmpty().isEqualTo(keys().accessKey() + " 123456789012");
    }
}
