package org.tucuxi.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.HTTP2Session;
import org.eclipse.jetty.http2.HTTP2Stream;
import org.eclipse.jetty.http2.frames.GoAwayFrame;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.http.ConnectTimeoutException;
import org.tucuxi.http.ConnectionClosedException;
import org.tucuxi.http.EndpointConnectionException;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.HttpSession;
import org.tucuxi.http.HttpSettings;
import org.tucuxi.http.HttpVersion;
import org.tucuxi.http.ReadTimeoutException;
import org.tucuxi.http.ResponseStreamingException;
import org.tucuxi.http.SslException;

/** HTTP/2: when it is spoken, what goes over the wire, and what is said when that fails. */
class Http2Test extends TransportTesting {

    private static final int CANCEL = ErrorCode.CANCEL_STREAM_ERROR.code;

    @TempDir
    static Path folder;

    private static Certificates certificates;
    private static HttpSettings trusting;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = new Certificates(folder);
        trusting = tls(true, certificates.serverCertificate(), List.of());
    }

    private static HttpRequest http2(String url) {
        return http2(url, HttpBody.EMPTY, false);
    }

    private static HttpRequest http2Stream(String url) {
        return http2(url, HttpBody.EMPTY, true);
    }

    private static HttpRequest http2(String url, HttpBody body, boolean streamed) {
        HttpHeaders headers = new HttpHeaders();
        headers.add("X-Mixed-Case", "ä");
        return new HttpRequest("PUT", url, headers, body, streamed, HttpVersion.HTTP_2, false);
    }

    /** In clear, HTTP/2 is only for these. */
    private static HttpRequest known(String url) {
        return new HttpRequest("POST", url, new HttpHeaders(), HttpBody.EMPTY, true, HttpVersion.HTTP_2, true);
    }

    private static void say(Http2Server.Call call, String text) throws Exception {
        call.head(200, false).end(text);
    }

    @Test
    void overTlsItIsAgreedUponAndTheRequestStaysAsItIs() throws Exception {
        AtomicReference<MetaData.Request> seen = new AtomicReference<>();
        try (Http2Server server = Http2Server.overTls(certificates, false, call -> {
            seen.set(call.request);
            say(call, "HTTP/2");
        })) {
            HttpResponse response = send(trusting, http2(server.secureUrl("/a//b%2Fc/../d?x=%20y&z")));

            assertThat(response.status()).isEqualTo(200);
            assertThat(text(response)).isEqualTo("HTTP/2");
            MetaData.Request request = seen.get();
            assertThat(request.getMethod()).isEqualTo("PUT");
            assertThat(request.getHttpURI().getPathQuery()).isEqualTo("/a//b%2Fc/../d?x=%20y&z");
            assertThat(request.getHttpURI().getAuthority()).isEqualTo("localhost:" + server.port());
            assertThat(request.getHttpFields().get("x-mixed-case")).isEqualTo(
                    new String("ä".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
            assertThat(request.getHttpFields().getFieldNamesCollection()).allSatisfy(name ->
                    assertThat(name.toLowerCase()).isIn("x-mixed-case", "content-length", "host"));
        }
    }

    @Test
    void theAuthorityIsWhatWasSignedAsHost() throws Exception {
        List<String> authorities = new CopyOnWriteArrayList<>();
        try (Http2Server server = Http2Server.inClear(call -> {
            authorities.add(call.request.getHttpURI().getAuthority());
            say(call, "x");
        })) {
            for (String host : List.of("bucket.example", "bucket.example:8443", "[::1]:80")) {
                HttpHeaders headers = new HttpHeaders();
                headers.add("Host", host);
                text(send(new HttpRequest("POST", server.url("/"), headers, HttpBody.EMPTY, true, HttpVersion.HTTP_2,
                        true)));
            }

            assertThat(authorities).containsExactly("bucket.example", "bucket.example:8443", "[::1]:80");
            assertThat(server.sessions).hasValue(1);
        }
    }

    @Test
    void whoAsksForHttp1GetsHttp1() throws Exception {
        try (Http2Server server = Http2Server.overTls(certificates, false, call -> say(call, "HTTP/2"))) {
            HttpSession session = open(trusting);

            assertThat(text(session.send(http2(server.secureUrl("/"))))).isEqualTo("HTTP/2");
            assertThat(text(session.send(get(server.secureUrl("/"))))).isEqualTo("HTTP/1.1");
        }
    }

    @Test
    void aServerThatDoesNotAgreeGetsHttp1() throws Exception {
        SSLServerSocket old = (SSLServerSocket) certificates.listen(false);
        SSLServerSocket other = (SSLServerSocket) certificates.listen(false);
        SSLParameters parameters = other.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        other.setSSLParameters(parameters);
        for (SSLServerSocket socket : List.of(old, other)) {
            try (RawServer server = RawServer.answering(socket, c -> c.ok("old"))) {
                HttpSession session = open(trusting);
                for (int i = 0; i < 3; i++) {
                    assertThat(text(session.send(http2("https://localhost:" + server.port() + "/x"))))
                            .isEqualTo("old");
                }
                assertThat(server.heads).hasSize(3).allMatch(head -> head.startsWith("PUT /x HTTP/1.1\r\nX-Mixed-Case")
                        && head.contains("Host: localhost:" + server.port() + "\r\n"));
                assertThat(server.connections).hasValue(1);
            }
        }
    }

    @Test
    void manyCallersToAServerThatDoesNotAgreeShareThePool() throws Exception {
        try (RawServer server = RawServer.answering(certificates.listen(false), c -> c.ok("old"))) {
            HttpSession session = open(trusting);

            assertThat(atOnce(30, () -> text(session.send(http2("https://localhost:" + server.port() + "/")))))
                    .containsOnly("old");
            assertThat(server.connections.get()).isBetween(1, 10);
        }
    }

    @Test
    void inClearOnlyDuplexRequestsAreHttp2() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.ok("HTTP/1.1"));
                Http2Server other = Http2Server.inClear(call -> say(call, "HTTP/2"))) {
            assertThat(text(send(http2(server.url("/"))))).isEqualTo("HTTP/1.1");
            assertThat(text(send(known(other.url("/"))))).isEqualTo("HTTP/2");
        }
    }

    @Test
    void aHundredCallsShareOneConnection() throws Exception {
        int calls = 100;
        CountDownLatch all = new CountDownLatch(calls);
        try (Http2Server server = Http2Server.overTls(certificates, false, call -> {
            if (call.request.getHttpURI().getPath().equals("/first")) {
                say(call, "alone");
                return;
            }
            all.countDown();
            if (all.await(10, TimeUnit.SECONDS)) {
                say(call, "together");
            }
        })) {
            HttpSession session = open(trusting);
            assertThat(text(session.send(http2(server.secureUrl("/first"))))).isEqualTo("alone");

            assertThat(atOnce(calls, () -> text(session.send(http2(server.secureUrl("/")))))).hasSize(calls)
                    .containsOnly("together");
            assertThat(server.sessions).hasValue(1);
        }
    }

    private static <T> List<T> atOnce(int callers, java.util.concurrent.Callable<T> task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try {
            List<T> results = new ArrayList<>();
            List<Future<T>> calls = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                calls.add(pool.submit(task));
            }
            for (Future<T> call : calls) {
                results.add(call.get(15, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void largeBodiesGoBothWays() throws Exception {
        byte[] content = bytes(3_000_000);
        try (Http2Server server = Http2Server.overTls(certificates, false, call -> {
            call.head(200, false);
            for (String piece = call.read(); piece != null; piece = call.read()) {
                call.write(piece);
            }
            call.end("");
        })) {
            HttpSession session = open(trusting);

            assertThat(session.send(http2(server.secureUrl("/"), HttpBody.of(content), false)).content())
                    .isEqualTo(content);
            assertThat(server.errors).isEmpty();
        }
    }

    @Test
    void whatNobodyReadsStaysWithTheServerAndStopsNoOtherStream() throws Exception {
        AtomicLong written = new AtomicLong();
        AtomicReference<Http2Server.Call> unread = new AtomicReference<>();
        byte[] piece = new byte[10_000];
        try (Http2Server server = Http2Server.inClear(call -> {
            if (call.request.getHttpURI().getPath().equals("/small")) {
                say(call, "small");
                return;
            }
            unread.set(call);
            call.head(200, false);
            for (int i = 0; i < 500; i++) {
                call.write(piece, i == 499);
                written.addAndGet(piece.length);
            }
        })) {
            HttpSession session = open(DEFAULTS);
            HttpResponse large = session.send(known(server.url("/large")));
            until("the server may send no more", () -> unread.get().sendWindow() <= 0);

            assertThat(written.get()).isLessThan(600_000);
            assertThat(text(session.send(known(server.url("/small"))))).isEqualTo("small");
            assertThat(server.sessions).hasValue(1);

            assertThat(large.body().readAllBytes()).hasSize(5_000_000);
        }
    }

    @Test
    void closingEarlyGivesTheStreamUpAndKeepsTheConnection() throws Exception {
        try (Http2Server server = Http2Server.overTls(certificates, false, call -> {
            call.head(200, false).write("some");
            call.awaitReset();
        })) {
            HttpSession session = open(trusting);
            for (int i = 1; i <= 3; i++) {
                HttpResponse response = session.send(http2Stream(server.secureUrl("/")));
                assertThat(response.body().readNBytes(4)).hasSize(4);
                response.close();
                int times = i;
                until("the stream is reset", () -> server.resets.size() == times);
            }
            assertThat(server.resets).containsOnly(CANCEL);
            assertThat(server.sessions).hasValue(1);
        }
    }

    @Test
    void aRefusedStreamIsAClosedConnectionAndTheNextIsTried() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (Http2Server server = Http2Server.inClear(call -> {
            if (calls.incrementAndGet() == 1) {
                call.reset(ErrorCode.REFUSED_STREAM_ERROR.code);
            } else {
                say(call, "welcome");
            }
        })) {
            HttpSession session = open(DEFAULTS);

            assertThatThrownBy(() -> session.send(known(server.url("/?sig=1"))))
                    .isExactlyInstanceOf(ConnectionClosedException.class)
                    .hasMessageContaining("refused_stream").hasMessageNotContaining("sig");
            assertThat(text(session.send(known(server.url("/"))))).isEqualTo("welcome");
            assertThat(server.sessions).hasValue(1);
        }
    }

    @Test
    void aResetInTheMiddleIsNeverAShortFile() throws Exception {
        try (Http2Server server = Http2Server.inClear(call -> {
            call.head(200, false).write("half");
            call.reset(ErrorCode.INTERNAL_ERROR.code);
        })) {
            assertThatThrownBy(() -> send(known(server.url("/"))).body().readAllBytes())
                    .satisfies(Http2Test::isBroken);
        }
    }

    /** The reset may overtake the head; it is a failure either way. */
    private static void isBroken(Throwable failure) {
        if (failure instanceof IOException) {
            assertThat(failure).hasCauseInstanceOf(ResponseStreamingException.class);
        } else {
            assertThat(failure).isExactlyInstanceOf(ConnectionClosedException.class);
        }
    }

    @Test
    void aConnectionThatIsLostBreaksItsStreams() throws Exception {
        try (Http2Server server = Http2Server.inClear(call -> {
            call.head(200, false).write("half");
            if (call.request.getHttpURI().getPath().equals("/cut")) {
                call.read();
                call.cutConnection();
            }
        })) {
            HttpSession session = open(DEFAULTS);
            InputStream one = session.send(known(server.url("/"))).body();
            Events events = new Events();
            InputStream other = session.send(new HttpRequest("POST", server.url("/cut"), new HttpHeaders(), events,
                    true, HttpVersion.HTTP_2, true)).body();
            assertThat(one.readNBytes(4)).hasSize(4);
            assertThat(other.readNBytes(4)).hasSize(4);

            events.say("now");

            assertThatThrownBy(one::read).isInstanceOf(IOException.class)
                    .hasCauseInstanceOf(ResponseStreamingException.class);
            assertThatThrownBy(other::read).isInstanceOf(IOException.class)
                    .hasCauseInstanceOf(ResponseStreamingException.class);
            until("the body is closed", () -> events.closed);
        }
    }

    @Test
    void aServerThatGoesAwayIsAClosedConnectionAndTheNextCallOpensAnother() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (Http2Server server = Http2Server.inClear(call -> {
            if (calls.incrementAndGet() == 1) {
                HTTP2Session session = (HTTP2Session) ((HTTP2Stream) call.stream).getSession();
                session.goAway(new GoAwayFrame(0, ErrorCode.NO_ERROR.code, null), Callback.NOOP);
            } else {
                say(call, "welcome");
            }
        })) {
            HttpSession session = open(DEFAULTS);

            assertThatThrownBy(() -> session.send(known(server.url("/"))))
                    .isExactlyInstanceOf(ConnectionClosedException.class);
            assertThat(text(session.send(known(server.url("/"))))).isEqualTo("welcome");
            assertThat(server.sessions).hasValue(2);
        }
    }

    @Test
    void aSilentServerIsAReadTimeoutAndItsConnectionIsNotTriedAgain() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (Http2Server server = Http2Server.inClear(call -> {
            if (calls.incrementAndGet() == 1) {
                call.awaitReset();
            } else {
                say(call, "awake");
            }
        })) {
            HttpSession session = open(settings(LONG, Duration.ofMillis(150), 5));

            assertThatThrownBy(() -> session.send(known(server.url("/"))))
                    .isExactlyInstanceOf(ReadTimeoutException.class);
            assertThat(text(session.send(known(server.url("/"))))).isEqualTo("awake");
            assertThat(server.sessions).hasValue(2);
            session.close();
            until("the sockets are gone", () -> server.openConnections() == 0);
        }
    }

    @Test
    void aServerThatDoesNotShakeHandsIsAConnectTimeout() throws Exception {
        HttpSettings impatient = settings(Duration.ofMillis(200), LONG, 1);
        try (RawServer silent = new RawServer(c -> c.in.readAllBytes())) {
            assertThatThrownBy(() -> send(impatient, http2("https://localhost:" + silent.port() + "/")))
                    .isExactlyInstanceOf(ConnectTimeoutException.class);
            assertThatThrownBy(() -> send(impatient, known(silent.url("/"))))
                    .isExactlyInstanceOf(ConnectTimeoutException.class);
        }
    }

    @Test
    void aServerThatIsNotThereOrSpeaksHttp1IsSaid() throws Exception {
        int port;
        try (RawServer gone = RawServer.answering(c -> c.ok("x"))) {
            port = gone.port();
        }
        assertThatThrownBy(() -> send(known("http://127.0.0.1:" + port + "/")))
                .isExactlyInstanceOf(EndpointConnectionException.class);
        try (RawServer old = new RawServer(c -> {
            c.readHead();
            c.write("HTTP/1.1 400 What?\r\nContent-Length: 0\r\n\r\n");
            c.close();
        })) {
            assertThatThrownBy(() -> send(known(old.url("/"))))
                    .isInstanceOf(org.tucuxi.http.ConnectionException.class);
        }
    }

    @Test
    void certificatesAreCheckedAndShown() throws Exception {
        Path ca = certificates.serverCertificate();
        HttpSettings known = tls(true, ca, List.of(certificates.clientCertificateAndKey()));
        try (Http2Server server = Http2Server.overTls(certificates, true, call -> say(call, "HTTP/2"))) {
            assertThat(text(send(known, http2(server.secureUrl("/"))))).isEqualTo("HTTP/2");
            assertThatThrownBy(() -> send(DEFAULTS, http2(server.secureUrl("/x?y=z"))))
                    .isExactlyInstanceOf(SslException.class).hasMessageStartingWith("SSL validation failed for https")
                    .hasMessageNotContaining("y=z");
        }
    }

    @Test
    void aProxyOpensATunnelForIt() throws Exception {
        List<String> heads = new CopyOnWriteArrayList<>();
        try (Http2Server server = Http2Server.overTls(certificates, false, call -> say(call, "HTTP/2"));
                RawServer proxy = ProxyTest.tunnels(heads)) {
            Map<String, String> proxies = Map.of("https", "http://127.0.0.1:" + proxy.port());
            HttpSession session = open(proxied(proxies, List.of(), false));
            for (int i = 0; i < 3; i++) {
                assertThat(text(session.send(http2(server.secureUrl("/"))))).isEqualTo("HTTP/2");
            }
            assertThat(heads).hasSize(1).allMatch(head -> head.startsWith("CONNECT localhost:" + server.port()));
            assertThat(server.sessions).hasValue(1);
            session.close();
            until("the sockets are gone", () -> proxy.openConnections() == 0);
        }
    }

    @Test
    void aProxyThatForwardsIsSpokenToByHttp1() throws Exception {
        try (RawServer proxy = RawServer.answering(c -> c.ok("by proxy"))) {
            HttpSettings settings = proxied(Map.of("http", "http://127.0.0.1:" + proxy.port()), List.of(), false);

            assertThat(text(send(settings, known("http://far.example/")))).isEqualTo("by proxy");
            assertThat(proxy.heads.get(0)).startsWith("POST http://far.example/ HTTP/1.1\r\n");
        }
    }

    @Test
    void stoppingLeavesNothing() throws Exception {
        long before = threads();
        try (Http2Server server = Http2Server.overTls(certificates, false, call -> say(call, "x"))) {
            send(trusting, http2(server.secureUrl("/")));
            assertThat(server.openConnections()).isEqualTo(1);

            transport.deactivate();

            until("the sockets are gone", () -> server.openConnections() == 0);
            until("the threads are gone", () -> threads() <= before);
        }
    }

    @Test
    void aSessionThatIsClosedClosesItsConnections() throws Exception {
        try (Http2Server server = Http2Server.inClear(call -> say(call, "x"))) {
            HttpSession session = open(DEFAULTS);
            text(session.send(known(server.url("/"))));
            assertThat(((PooledSession) session).connections()).isEqualTo(1);

            session.close();

            until("the sockets are gone", () -> server.openConnections() == 0);
        }
    }
}
