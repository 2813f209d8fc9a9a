package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.itests.platform.SignInServer.Answer;
import org.tucuxi.itests.platform.SignInServer.Request;

/** The files of SSO are the same for botocore and for us: what one writes the other reads. Needs botocore. */
@ExtendWith(PlatformExtension.class)
@Timeout(120)
class SsoFilesOfTheCliIT {

    /** As the AWS CLI does it: botocore's provider, with the CLI's cache. */
    private static final String BOTOCORE = """
            import os, sys, botocore.session, botocore.utils
            session = botocore.session.Session(profile='dev')
            provider = session.get_component('credential_provider').get_provider('sso')
            provider.cache = botocore.utils.JSONFileCache(os.path.expanduser('~/.aws/cli/cache'))
            print(session.get_credentials().get_frozen_credentials().access_key)
            """;
    private static final String TOKEN = ".aws/sso/cache/" + SignInHome.hash("SHA-1", "corp") + ".json";

    private static final String CACHED = ".aws/cli/cache/8457bc68cf9d4aa8d629a61563948e8bd3159d49.json";

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private SignInServer server;
    private SignInHome home;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server = SignInServer.start().answer(this::roleAndToken);
        home = new SignInHome(folder, server);
        assumeTrue(hasBotocore(), "python3 with botocore is not here");
        home.config("""
                [profile dev]
                sso_session = corp
                sso_account_id = 123456789012
                sso_role_name = Admin

                [sso-session corp]
                sso_start_url = https://corp.awsapps.com/start
                sso_region = eu-central-1
                """);
        writeToken();
    }

    private void writeToken() {
        home.write(TOKEN, Map.of("accessToken", "a", "expiresAt", now.toString(), "clientId", "c",
                "clientSecret", "s", "registrationExpiresAt", now.plusSeconds(86400).toString(), "refreshToken", "r"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer roleAndToken(Request request) {
        return request.path().equals(SignInServer.CREATE_TOKEN)
                ? Answer.ok(Map.of("accessToken", "fresh", "expiresIn", 28800, "refreshToken", "next"))
                : Answer.ok(Map.of("roleCredentials", Map.of("accessKeyId", "ASIASHARED", "secretAccessKey", "s",
                        "sessionToken", "t", "expiration", now.plusSeconds(3600).toEpochMilli())));
    }

    private static boolean hasBotocore() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("python3", "-c", "import botocore").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private String botocore() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("python3", "-c", BOTOCORE).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(home.environment);
        // The user's own packages are found through the home folder: a test has another one.
        builder.environment().put("PYTHONUSERBASE", System.getProperty("user.home") + "/.local");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.strip();
    }

    private FrozenCredentials tucuxi(Lab lab) {
        return home.session(lab, "dev").credentials().orElseThrow().freeze();
    }

    @Test
    void weReadWhatBotocoreWrote(Lab lab) throws Exception {
        assertThat(botocore()).isEqualTo("ASIASHARED");

        assertThat(tucuxi(lab)).isEqualTo(new FrozenCredentials("ASIASHARED", "s", "t", "123456789012"));
        assertThat(server.requests(SignInServer.CREATE_TOKEN)).hasSize(1);
        assertThat(server.requests(SignInServer.GET_ROLE_CREDENTIALS)).hasSize(1);
    }

    @Test
    void botocoreReadsWhatWeWrote(Lab lab) throws Exception {
        assertThat(tucuxi(lab).accessKey()).isEqualTo("ASIASHARED");
        Map<?, ?> token = home.read(TOKEN);

        assertThat(botocore()).isEqualTo("ASIASHARED");
        assertThat(server.requests(SignInServer.CREATE_TOKEN)).hasSize(1);
        assertThat(server.requests(SignInServer.GET_ROLE_CREDENTIALS)).hasSize(1);
        assertThat(home.read(TOKEN)).isEqualTo(token);
    }

    @Test
    void theRefreshedTokensAreEqual(Lab lab) throws Exception {
        tucuxi(lab);
        Map<?, ?> ours = home.read(TOKEN);
        Files.delete(home.folder.resolve(CACHED));
        writeToken();

        botocore();

        Map<?, ?> theirs = home.read(TOKEN);
        assertThat(ours.keySet()).isEqualTo(theirs.keySet());
        assertThat(theirs.get("expiresAt").toString()).hasSameSizeAs(ours.get("expiresAt").toString()).endsWith("Z");
        ours.remove("expiresAt");
        theirs.remove("expiresAt");
        assertThat(ours).isEqualTo(theirs);
    }
}
