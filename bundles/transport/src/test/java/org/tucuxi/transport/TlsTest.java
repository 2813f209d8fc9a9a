package org.tucuxi.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpSession;
import org.tucuxi.http.HttpSettings;
import org.tucuxi.http.ReadTimeoutException;
import org.tucuxi.http.SslException;

/** TLS: what is trusted, who we are, and what is said when that fails. */
class TlsTest extends TransportTesting {

    @TempDir
    static Path folder;

    private static Certificates certificates;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = new Certificates(folder);
    }

    private static RawServer server(boolean wantsClient) throws Exception {
        return RawServer.answering(certificates.listen(wantsClient), c -> c.ok("secret"));
    }

    private static String url(RawServer server) {
        return "https://localhost:" + server.port() + "/x?y=z";
    }

    @Test
    void aCertificateOfTheBundleIsTrusted() throws Exception {
        try (RawServer server = server(false)) {
            HttpSession session = open(tls(true, certificates.serverCertificate(), List.of()));
            for (int i = 0; i < 3; i++) {
                assertThat(text(session.send(get(url(server))))).isEqualTo("secret");
            }
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void largeBodiesGoBothWays() throws Exception {
        byte[] content = bytes(3_000_000);
        try (RawServer server = RawServer.answering(certificates.listen(false), c -> {
            byte[] got = c.readBody(content.length);
            c.write("HTTP/1.1 200 OK\r\nContent-Length: " + got.length + "\r\n\r\n");
            c.out.write(got);
        })) {
            HttpSession session = open(tls(true, certificates.serverCertificate(), List.of()));

            assertThat(session.send(put(url(server), HttpBody.of(content))).content()).isEqualTo(content);
        }
    }

    @Test
    void aReaderOfATlsStreamMayPause() throws Exception {
        CountDownLatch readAgain = new CountDownLatch(1);
        try (RawServer server = RawServer.answering(certificates.listen(false), c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst");
            readAgain.await();
            c.write("other");
        })) {
            HttpSettings settings = new HttpSettings(LONG, Duration.ofMillis(100), 1, false, false, null, List.of(),
                    Map.of(),
                    List.of(), null, false, 64 * 1024, 1000);
            InputStream body = send(settings, stream(url(server))).body();
            assertThat(body.readNBytes(5)).hasSize(5);

            assertThat(new CountDownLatch(1).await(250, TimeUnit.MILLISECONDS)).isFalse();
            readAgain.countDown();

            assertThat(body.readAllBytes()).hasSize(5);
        }
    }

    @Test
    void anUnknownCertificateIsNotTrusted() throws Exception {
        try (RawServer server = server(false)) {
            assertThatThrownBy(() -> send(DEFAULTS, get(url(server)))).isExactlyInstanceOf(SslException.class)
                    .hasMessageStartingWith("SSL validation failed for https://localhost:" + server.port() + "/x (")
                    .hasMessageNotContaining("y=z");
            assertThat(server.heads).isEmpty();
        }
    }

    @Test
    void aCertificateOfAnotherHostIsNotTrusted() throws Exception {
        try (RawServer server = server(false)) {
            String otherName = "https://127.0.0.1:" + server.port() + "/";

            assertThatThrownBy(() -> send(tls(true, certificates.serverCertificate(), List.of()), get(otherName)))
                    .isExactlyInstanceOf(SslException.class);
            assertThat(server.heads).isEmpty();
        }
    }

    @Test
    void withoutVerificationEverybodyIsTrusted() throws Exception {
        try (RawServer server = server(false)) {
            assertThat(text(send(tls(false, null, List.of()), get("https://127.0.0.1:" + server.port() + "/"))))
                    .isEqualTo("secret");
        }
    }

    @Test
    void aClientCertificateIsShownToTheServer() throws Exception {
        Path ca = certificates.serverCertificate();
        try (RawServer server = server(true)) {
            List<List<Path>> forms = List.of(List.of(certificates.clientCertificateAndKey()),
                    List.of(certificates.clientCertificate(), certificates.clientKey()),
                    List.of(certificates.clientCertificate(), certificates.clientRsaKey()));
            for (List<Path> form : forms) {
                assertThat(text(send(tls(true, ca, form), get(url(server))))).isEqualTo("secret");
            }
            assertThatThrownBy(() -> send(tls(true, ca, List.of()), get(url(server)))).isInstanceOf(SslException.class);
        }
    }

    @Test
    void aFileThatCannotBeUsedIsNamed() throws Exception {
        try (RawServer server = server(false)) {
            Path missing = folder.resolve("missing.pem");
            Path empty = certificates.write("empty.pem", "nothing here");
            Path broken = certificates.write("broken.pem",
                    "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
            Path cut = certificates.write("cut.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n");
            for (Path bad : List.of(missing, empty, broken, cut)) {
                assertThatThrownBy(() -> send(tls(true, bad, List.of()), get(url(server))))
                        .isExactlyInstanceOf(InvalidConfigException.class).hasMessageContaining(bad.toString())
                        .hasMessageContaining("CA bundle");
            }
            Path certificate = certificates.clientCertificate();
            assertThatThrownBy(() -> send(tls(true, null, List.of(certificate)), get(url(server))))
                    .isExactlyInstanceOf(InvalidConfigException.class).hasMessageContaining("key")
                    .hasMessageContaining(certificate.toString());
        }
    }

    @Test
    void plainHttpPaysNothingForTls() throws Exception {
        try (RawServer plain = RawServer.answering(c -> c.ok("plain"))) {
            HttpSettings badBundle = tls(true, folder.resolve("missing.pem"), List.of());

            assertThat(text(send(badBundle, get(plain.url("/"))))).isEqualTo("plain");
        }
    }

    @Test
    void aServerThatDoesNotShakeHandsIsAReadTimeout() throws Exception {
        try (RawServer silent = new RawServer(c -> c.in.readAllBytes())) {
            HttpSettings settings = settings(LONG, Duration.ofMillis(200), 1);

            assertThatThrownBy(() -> send(settings, get(url(silent)))).isExactlyInstanceOf(ReadTimeoutException.class);
        }
    }

    @Test
    void stoppingLeavesNoTlsConnection() throws Exception {
        long before = threads();
        try (ServerSocket listening = certificates.listen(false);
                RawServer server = RawServer.answering(listening, c -> c.ok("x"))) {
            send(tls(false, null, List.of()), get(url(server)));

            transport.deactivate();

            until("the sockets are gone", () -> server.openConnections() == 0);
            until("the threads are gone", () -> threads() <= before);
        }
    }
}
