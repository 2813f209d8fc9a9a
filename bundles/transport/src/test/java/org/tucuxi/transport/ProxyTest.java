package org.tucuxi.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.http.HttpSession;
import org.tucuxi.http.HttpSettings;
import org.tucuxi.http.ProxyConnectionException;

/** Requests by way of a proxy. */
class ProxyTest extends TransportTesting {

    @TempDir
    static Path folder;

    private static Certificates certificates;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = new Certificates(folder);
    }

    private static String basic(String userAndPassword) {
        return "Proxy-Authorization: Basic "
                + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.ISO_8859_1)) + "\r\n";
    }

    /** A proxy that opens tunnels and keeps the requests for them. */
    static RawServer tunnels(List<String> heads) throws IOException {
        return new RawServer(c -> {
            String head = c.readHead();
            heads.add(head);
            String target = head.split(" ")[1];
            int colon = target.lastIndexOf(':');
            try (Socket far = new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)))) {
                c.write("HTTP/1.1 200 Connection established\r\n\r\n");
                Thread back = new Thread(() -> copy(far, c));
                back.setDaemon(true);
                back.start();
                c.in.transferTo(far.getOutputStream());
            }
        });
    }

    private static void copy(Socket far, RawServer.Connection near) {
        try {
            InputStream in = far.getInputStream();
            in.transferTo(near.out);
            near.close();
        } catch (IOException e) {
            // the other direction ended first
        }
    }

    @Test
    void aProxyForHttpGetsTheWholeUrlAndOurCredentials() throws Exception {
        String url = "http://bucket.example:8080/a//b%2Fc?x=%20y&z";
        try (RawServer proxy = RawServer.answering(c -> c.ok("by proxy"))) {
            HttpSettings settings = proxied(Map.of("http", "me:p%40ss+word@127.0.0.1:" + proxy.port()), List.of(),
                    false);
            HttpSession session = open(settings);
            for (int i = 0; i < 2; i++) {
                assertThat(text(session.send(get(url)))).isEqualTo("by proxy");

                assertThat(proxy.heads.get(i)).startsWith("GET " + url + " HTTP/1.1\r\n")
                        .containsOnlyOnce("Host: bucket.example:8080\r\n").containsOnlyOnce(basic("me:p@ss+word"));
            }
            assertThat(proxy.connections).hasValue(1);
        }
    }

    @Test
    void httpsGoesThroughATunnelThatAloneSeesTheCredentials() throws Exception {
        List<String> tunnels = new CopyOnWriteArrayList<>();
        try (RawServer server = RawServer.answering(certificates.listen(false), c -> c.ok("far away"));
                RawServer proxy = tunnels(tunnels)) {
            HttpSettings settings = new HttpSettings(LONG, LONG, 10, false, true, certificates.serverCertificate(),
                    List.of(),
                    Map.of("https", "http://me:secret@127.0.0.1:" + proxy.port()), List.of(), null, false, 64 * 1024,
                            100_000);
            HttpSession session = open(settings);
            for (int i = 0; i < 2; i++) {
                assertThat(text(session.send(get("https://localhost:" + server.port() + "/x")))).isEqualTo("far away");
            }

            assertThat(tunnels).hasSize(1);
            assertThat(tunnels.get(0)).startsWith("CONNECT localhost:" + server.port() + " HTTP/1.1\r\n")
                    .contains(basic("me:secret"));
            assertThat(server.heads.get(0)).startsWith("GET /x HTTP/1.1\r\n").doesNotContain("Proxy-Authorization");
        }
    }

    @Test
    void aProxyMayBeAskedToForwardHttps() throws Exception {
        try (RawServer proxy = RawServer.answering(certificates.listen(false), c -> c.ok("forwarded"))) {
            HttpSettings settings = proxied(Map.of("https", "https://localhost:" + proxy.port()), List.of(), true);

            assertThat(text(send(settings, get("https://far.example/x")))).isEqualTo("forwarded");

            assertThat(proxy.heads.get(0)).startsWith("GET https://far.example/x HTTP/1.1\r\n");
        }
    }

    @Test
    void aProxyReachedByTlsIsVerifiedByItsOwnBundle() throws Exception {
        try (RawServer proxy = RawServer.answering(certificates.listen(false), c -> c.ok("by proxy"))) {
            Map<String, String> proxies = Map.of("http", "https://localhost:" + proxy.port());
            HttpSettings right = new HttpSettings(LONG, LONG, 10, false, true, null, List.of(), proxies, List.of(),
                    certificates.serverCertificate(), false, 64 * 1024, 1000);
            HttpSettings unknown = new HttpSettings(LONG, LONG, 10, false, true, null, List.of(), proxies, List.of(),
                    null, false, 64 * 1024, 1000);

            assertThat(text(send(right, get("http://far.example/")))).isEqualTo("by proxy");
            assertThatThrownBy(() -> send(unknown, get("http://far.example/")))
                    .isInstanceOf(org.tucuxi.http.ConnectionException.class);
        }
    }

    @Test
    void aProxyThatRefusesTheTunnelIsAProxyError() throws Exception {
        try (RawServer proxy = RawServer.answering(
                c -> c.write("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"))) {
            HttpSettings settings = proxied(Map.of("https", "http://me:secret@127.0.0.1:" + proxy.port()), List.of(),
                    false);

            assertThatThrownBy(() -> send(settings, get("https://far.example/x?sig=1")))
                    .isExactlyInstanceOf(ProxyConnectionException.class)
                    .hasMessage("Failed to connect to proxy URL: \"http://***:***@127.0.0.1:" + proxy.port()
                            + "\" (it answered with status 407)");
        }
    }

    @Test
    void aProxyThatIsNotThereIsAProxyErrorWithoutCredentials() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        HttpSettings settings = proxied(Map.of("http", "http://me:secret@127.0.0.1:" + port, "https",
                "http://127.0.0.1:" + port), List.of(), false);

        assertThatThrownBy(() -> send(settings, get("http://far.example/")))
                .isExactlyInstanceOf(ProxyConnectionException.class)
                .hasMessageContaining("\"http://***:***@127.0.0.1:" + port + '"').hasMessageNotContaining("secret");
        assertThatThrownBy(() -> send(settings, get("https://far.example/")))
                .isExactlyInstanceOf(ProxyConnectionException.class).hasMessageContaining("\"http://127.0.0.1:" + port
                        + '"');
    }

    @Test
    void anExceptedHostIsReachedDirectly() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.ok("direct"));
                RawServer proxy = RawServer.answering(c -> c.ok("by proxy"))) {
            Map<String, String> proxies = Map.of("http", "http://127.0.0.1:" + proxy.port());

            assertThat(text(send(proxied(proxies, List.of("127.0.0.1"), false),
                    get(server.url("/"))))).isEqualTo("direct");
            assertThat(text(send(proxied(proxies, List.of(), false), get(server.url("/"))))).isEqualTo("by proxy");
            assertThat(server.heads.get(0)).startsWith("GET / HTTP/1.1\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"*, anything, 80, true", "example.com, example.com, 80, true", "example.com, sub.example.com, 80, true",
        ".example.com, example.com, 80, true", ".example.com, sub.EXAMPLE.com, 80, true",
                "*.example.com, a.example.com, 80, true",
        "example.com, notexample.com, 80, false", "example.com:8080, example.com, 8080, true",
        "example.com:8080, example.com, 80, false", "169.254.169.254, 169.254.169.254, 80, true",
        "10.0.0.0/8, 10.200.3.4, 80, true", "10.0.0.0/8, 11.0.0.1, 80, false", "10.0.0.0/8, ten.example, 80, false",
        "::1, [::1], 80, true", "[::1], [::1], 443, true", "fd00::/8, [fd00:ec2::254], 80, true", "x/y, z, 80, false"})
    void exceptionsNameHostsDomainsPortsAndNetworks(String rule, String host, int port, boolean direct) {
        Proxies proxies = new Proxies(proxied(Map.of("http", "http://proxy.example:3128"), List.of(rule), false));

        assertThat(proxies.choose("http", host, port) == null).isEqualTo(direct);
    }

    @ParameterizedTest
    @CsvSource({"socks5://secret@h:1080", "http://", "http://secret:x@h:port"})
    void aProxyUrlThatCannotBeUsedIsSaidWithoutItsPassword(String url) {
        assertThatThrownBy(() -> open(proxied(Map.of("https", url), List.of(), false)))
                .isExactlyInstanceOf(InvalidConfigException.class).hasMessageContaining("proxy URL for https")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aProxyWithoutSchemeIsAnHttpProxy() {
        ProxyAddress proxy = ProxyAddress.of("https", "proxy.example:3128/ignored");

        assertThat(proxy.secure()).isFalse();
        assertThat(proxy.host()).isEqualTo("proxy.example");
        assertThat(proxy.port()).isEqualTo(3128);
        assertThat(ProxyAddress.of("http", "u:p@h:1").toString()).isEqualTo("http://***:***@h:1");
    }
}
