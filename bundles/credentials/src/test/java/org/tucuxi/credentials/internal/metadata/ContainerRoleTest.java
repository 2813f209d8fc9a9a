package org.tucuxi.credentials.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.internal.metadata.LocalServer.Reply;
import org.tucuxi.transport.JettyTransport;

/** Asking the endpoint of a container. */
class ContainerRoleTest extends MetadataTesting {

    private static final String PATH = "/v2/credentials/web";
    private static final String ASKED = "GET " + PATH;

    @TempDir
    private Path folder;

    private final List<Duration> pauses = new ArrayList<>();
    private final ContainerRole provider = provider();

    private ContainerRole provider() {
        ContainerRole role = new ContainerRole(refresh, server.url(), pauses::add);
        role.transport = transport;
        settings.environment("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", PATH);
        return role;
    }

    @Test
    void theCredentialsOfTheRoleAreGot() {
        server.on(ASKED, keys("AKID", in(360)));

        Credentials found = provider.load(settings).credentials();

        assertThat(found.freeze()).isEqualTo(frozen("AKID", "123456789012"));
        assertThat(found.method()).isEqualTo("container-role");
        assertThat(found.expiry()).contains(in(360));
        assertThat(server.asked()).containsExactly(ASKED);
        assertThat(server.last().header("Accept")).isEqualTo("application/json");
        assertThat(server.last().header("Authorization")).isNull();
        assertThat(pauses).isEmpty();
    }

    @Test
    void theNamesAreThoseOfTheReference() {
        assertThat(List.of(provider.name(), provider.canonicalName())).containsExactly("container-role",
                "EcsContainer");
    }

    @Test
    void withoutAnEndpointThereAreNone() {
        settings.environment.clear();

        assertThat(provider.load(settings).reason()).contains("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
                "AWS_CONTAINER_CREDENTIALS_FULL_URI");
    }

    @Test
    void aTokenIsShown() {
        full(server.url() + "/full?x=1").environment("AWS_CONTAINER_AUTHORIZATION_TOKEN", "Basic abc");
        server.on("GET /full", keys("AKID", in(360)));

        provider.load(settings);

        assertThat(server.asked()).containsExactly("GET /full?x=1");
        assertThat(server.last().header("Authorization")).isEqualTo("Basic abc");
    }

    @Test
    void aTokenInAFileComesFirstAndIsReadEachTime() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "first ");
        settings.environment("AWS_CONTAINER_AUTHORIZATION_TOKEN", "other");
        settings.environment("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", file.toString());
        server.on(ASKED, keys("OLD", in(60)), keys("NEW", in(360)));

        Credentials credentials = provider.load(settings).credentials();
        assertThat(server.last().header("Authorization").strip()).isEqualTo("first");

        Files.writeString(file, "second");
        clock.move(Duration.ofMinutes(50));
        assertThat(credentials.freeze().accessKey()).isEqualTo("NEW");
        assertThat(server.last().header("Authorization")).isEqualTo("second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t\n", "s3cr3t\rX: y", "s3cr3t\u0000", "s3cr3t\u00e9"})
    void aTokenThatIsNoHeaderIsNotSent(String token) throws IOException {
        server.on(ASKED, keys("AKID", in(360)));

        settings.environment("AWS_CONTAINER_AUTHORIZATION_TOKEN", token);
        assertFails().hasMessageContaining("AWS_CONTAINER_AUTHORIZATION_TOKEN has a line break");

        Path file = Files.writeString(folder.resolve("token"), token);
        settings.environment("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", file.toString());
        assertFails().hasMessageContaining("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE names has a line break");
        assertThat(server.seen).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        settings.environment("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", folder.resolve("none").toString());
        assertFails().hasMessageContaining(folder.resolve("none").toString()).hasMessageContaining("cannot be read");

        Path large = Files.writeString(folder.resolve("large"), "x".repeat(65 * 1024));
        settings.environment("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", large.toString());
        assertFails().hasMessageContaining("longer than");
        assertThat(server.seen).isEmpty();
    }

    @Test
    void threeAttemptsAreMadeASecondApart() {
        server.on(ASKED, Reply.of(500, ""), Reply.ok("{\"AccessKeyId\":"), keys("AKID", in(360)));

        assertThat(provider.load(settings).credentials().freeze().accessKey()).isEqualTo("AKID");
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 500, 503})
    void anEndpointThatRefusesIsAnErrorThatRepeatsWhy(int status) {
        server.on(ASKED, Reply.of(status, "ID not found\r\n" + "x".repeat(1000)));

        assertFails().hasMessageContaining("in 3 attempts: it answered with status " + status + ": ID not found")
                .hasMessageContaining(server.url() + PATH).hasMessageNotContaining("\n");
        assertThat(server.asked()).containsExactly(ASKED, ASKED, ASKED);
    }

    @Test
    void anEchoOfSecretsIsNotRepeated() {
        settings.environment("AWS_CONTAINER_AUTHORIZATION_TOKEN", SECRET);
        server.on(ASKED, Reply.of(500, "you sent " + SECRET), Reply.of(500, json("AKID", in(1))),
                Reply.of(500, "you sent " + SECRET));

        assertFails().hasMessageEndingWith("status 500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "<html/>", "{\"SecretAccessKey\": \"s3cr3t\"", "{} {}"})
    void whatIsNoJsonObjectIsAnError(String body) {
        server.on(ASKED, Reply.ok(body));

        assertFails().hasMessageContaining("the answer cannot be used");
        assertThat(server.seen).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessKeyId", "SecretAccessKey", "Token", "Expiration"})
    void credentialsWithoutOneOfTheirPartsAreAnError(String part) {
        server.on(ASKED, Reply.ok(json("AKID", in(360)).replace('"' + part + '"', "\"Other\"")));

        assertFails().hasMessageContaining("the answer has no " + part);
        assertThat(server.seen).hasSize(1);
    }

    @Test
    void anAccountIsNotNeeded() {
        server.on(ASKED, Reply.ok(json("AKID", in(360)).replace("AccountId", "Other")));

        assertThat(provider.load(settings).credentials().freeze()).isEqualTo(frozen("AKID", null));
    }

    @Test
    void nobodyThereIsAnError() {
        full(LocalServer.refusing() + "/x");

        assertFails().hasMessageContaining("Could not connect");
        assertThat(pauses).hasSize(2);
    }

    @Test
    void whoIsSilentIsAskedAgain() {
        server.on(ASKED, LocalServer.SILENCE, LocalServer.BROKEN, keys("AKID", in(360)));

        assertThat(provider.load(settings).credentials().freeze().accessKey()).isEqualTo("AKID");
        assertThat(pauses).hasSize(2);
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (LocalServer other = new LocalServer()) {
            settings.environment("AWS_CONTAINER_AUTHORIZATION_TOKEN", SECRET);
            server.on(ASKED, Reply.redirect(other.url() + PATH));

            assertFails().hasMessageContaining("status 302");
            assertThat(other.seen).isEmpty();
        }
    }

    @Test
    void noProxyGetsToSeeTheToken() {
        try (LocalServer proxy = new LocalServer()) {
            settings.environment("http_proxy", proxy.url()).environment("AWS_CONTAINER_AUTHORIZATION_TOKEN", SECRET);
            server.on(ASKED, keys("AKID", in(360)));

            assertThat(provider.load(settings).credentials()).isNotNull();
            assertThat(proxy.seen).isEmpty();
        }
    }

    @Test
    void aHostFarAwayIsNotAsked() {
        full("http://example.com/");

        assertThatThrownBy(() -> provider.load(settings)).isInstanceOf(InvalidConfigException.class);
    }

    @Test
    void anAnswerWithoutEndIsNotRead() {
        server.on(ASKED, Reply.ok(" ".repeat(Conversation.MAX_BODY) + json("AKID", in(360))));

        assertFails().hasMessageContaining("larger than");
    }

    @Test
    void withoutATransportTheMissingBundleIsNamed() {
        provider.transport = null;

        assertFails().hasMessageContaining("org.tucuxi.transport");
    }

    @Test
    void credentialsOutliveTheTransportTheyWereGotWith() {
        server.on(ASKED, keys("OLD", in(60)), keys("NEW", in(360)));
        JettyTransport first = new JettyTransport();
        provider.transport = first;
        Credentials credentials = provider.load(settings).credentials();

        first.deactivate();
        provider.transport = transport;

        clock.move(Duration.ofMinutes(50));
        assertThat(credentials.freeze().accessKey()).isEqualTo("NEW");
    }

    @Test
    void credentialsThatHaveEndedByAClockThatIsAnHourFastAreAnErrorThatShowsTheTime() {
        server.on(ASKED, keys("AKID", in(-1)));

        Credentials credentials = provider.load(settings).credentials();

        assertThatThrownBy(credentials::freeze).isInstanceOf(CredentialRetrievalException.class)
                .hasMessageContaining("container-role").hasMessageContaining(in(-1).toString());
    }

    @Test
    void whatFailsWhileTheOldOnesAreGoodIsNoError() {
        server.on(ASKED, keys("OLD", in(60)), Reply.of(500, ""), Reply.of(500, ""), Reply.of(500, ""),
                keys("NEW", in(360)));
        Credentials credentials = provider.load(settings).credentials();

        clock.move(Duration.ofMinutes(46));
        assertThat(credentials.freeze().accessKey()).isEqualTo("OLD");
        assertThat(credentials.freeze().accessKey()).isEqualTo("NEW");
    }

    @Test
    void whoIsInterruptedDoesNotTryOn() {
        ContainerRole interrupted = new ContainerRole(refresh, server.url(), pause -> {
            throw new InterruptedException();
        });
        interrupted.transport = transport;

        assertThatThrownBy(() -> interrupted.load(settings)).isInstanceOf(CredentialRetrievalException.class)
                .hasMessageContaining("interrupted").hasMessageContaining("status 404");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(server.seen).hasSize(1);
    }

    private Settings full(String url) {
        settings.environment.clear();
        return settings.environment("AWS_CONTAINER_CREDENTIALS_FULL_URI", url);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertFails() {
        return assertThatThrownBy(() -> provider.load(settings)).isInstanceOf(CredentialRetrievalException.class)
                .hasMessageStartingWith("Error when retrieving credentials from container-role: ")
                .hasMessageNotContaining(SECRET).satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
    }
}
