package org.tucuxi.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http2.ErrorCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tucuxi.http.ConnectionClosedException;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpClientException;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.HttpSession;
import org.tucuxi.http.HttpVersion;
import org.tucuxi.http.ReadTimeoutException;

/** Calls whose response is read while the request is still being said. */
class DuplexTest extends TransportTesting {

    private static final int CANCEL = ErrorCode.CANCEL_STREAM_ERROR.code;

    @TempDir
    static Path folder;

    private static Certificates certificates;

    private final Events events = new Events();

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = new Certificates(folder);
    }

    private static HttpRequest duplex(String url, HttpBody body) {
        return new HttpRequest("POST", url, new HttpHeaders(), body, true, HttpVersion.HTTP_2, true);
    }

    private static HttpRequest oldDuplex(String url, HttpBody body) {
        return new HttpRequest("POST", url, new HttpHeaders(), body, true, HttpVersion.HTTP_1_1, true);
    }

    private static void echo(Http2Server.Call call) throws Exception {
        call.head(200, false);
        for (String event = call.read(); event != null; event = call.read()) {
            call.write("<" + event + ">");
        }
        call.end("bye");
    }

    private static String next(InputStream in, int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    private void converse(HttpResponse response) throws Exception {
        InputStream answers = response.body();
        for (int i = 0; i < 20; i++) {
            String event = "event " + (char) ('a' + i);
            events.say(event);
            assertThat(next(answers, event.length() + 2)).isEqualTo("<" + event + ">");
        }
        events.end();
        assertThat(new String(answers.readAllBytes())).isEqualTo("bye");
        until("the body is closed", () -> events.closed);
    }

    @Test
    void everyEventIsAnsweredBeforeTheNextIsSaidInClear() throws Exception {
        try (Http2Server server = Http2Server.inClear(DuplexTest::echo)) {
            converse(send(duplex(server.url("/echo"), events)));

            assertThat(server.errors).isEmpty();
            assertThat(server.resets).isEmpty();
        }
    }

    @Test
    void everyEventIsAnsweredBeforeTheNextIsSaidOverTls() throws Exception {
        try (Http2Server server = Http2Server.overTls(certificates, false, DuplexTest::echo)) {
            converse(send(tls(true, certificates.serverCertificate(), List.of()),
                    duplex(server.secureUrl("/echo"), events)));

            assertThat(server.errors).isEmpty();
        }
    }

    @Test
    void everyEventIsAnsweredBeforeTheNextIsSaidByHttp1() throws Exception {
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (String event = chunk(c); !event.isEmpty(); event = chunk(c)) {
                c.write(Integer.toHexString(event.length() + 2) + "\r\n<" + event + ">\r\n");
            }
            c.write("3\r\nbye\r\n0\r\n\r\n");
        })) {
            HttpSession session = open(DEFAULTS);
            converse(session.send(oldDuplex(server.url("/echo"), events)));

            assertThat(server.heads.get(0)).startsWith("POST /echo HTTP/1.1\r\n")
                    .containsIgnoringCase("Transfer-Encoding: chunked");
            assertThat(server.errors).isEmpty();
        }
    }

    /** One chunk; the line end after it comes with the next one. */
    private static String chunk(RawServer.Connection c) throws IOException {
        String size = line(c);
        int length = Integer.parseInt(size.isEmpty() ? line(c) : size, 16);
        return new String(c.in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    private static String line(RawServer.Connection c) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = c.in.read(); b != '\n'; b = c.in.read()) {
            line.append((char) b);
        }
        return line.toString().strip();
    }

    @Test
    void theEndOfTheResponseEndsTheBodyAndTheStreamOnly() throws Exception {
        try (Http2Server server = Http2Server.inClear(call -> {
            call.head(200, false);
            call.read();
            call.end("enough");
            call.awaitReset();
        })) {
            HttpSession session = open(DEFAULTS);
            for (int i = 1; i <= 3; i++) {
                Events body = new Events();
                HttpResponse response = session.send(duplex(server.url("/"), body));
                body.say("x");

                assertThat(text(response)).isEqualTo("enough");
                assertThat(body.closed).isTrue();
                int times = i;
                until("the stream is reset", () -> server.resets.size() == times);
            }
            assertThat(server.resets).containsOnly(CANCEL);
            assertThat(server.sessions).hasValue(1);
        }
    }

    @Test
    void theEndOfTheResponseEndsTheBodyByHttp1Too() throws Exception {
        try (RawServer server = new RawServer(c -> {
            c.readHead();
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nenough");
            c.in.readAllBytes();
        })) {
            assertThat(text(send(oldDuplex(server.url("/"), events)))).isEqualTo("enough");
            assertThat(events.closed).isTrue();
            until("the connection is given up", () -> server.openConnections() == 0);
        }
    }

    @Test
    void closingTheResponseCancelsItsStreamAndNoOther() throws Exception {
        try (Http2Server server = Http2Server.inClear(DuplexTest::echo)) {
            HttpSession session = open(DEFAULTS);
            HttpResponse other = session.send(duplex(server.url("/other"), events));
            Events body = new Events();
            HttpResponse response = session.send(duplex(server.url("/"), body));
            body.say("x");
            assertThat(next(response.body(), 3)).isEqualTo("<x>");

            response.close();

            assertThat(body.closed).isTrue();
            until("the stream is reset", () -> server.resets.equals(List.of(CANCEL)));
            converse(other);
            assertThat(server.sessions).hasValue(1);
        }
    }

    @Test
    void aBodyThatFailsFailsTheResponse() throws Exception {
        try (Http2Server server = Http2Server.inClear(DuplexTest::echo)) {
            HttpResponse response = send(duplex(server.url("/"), events));
            events.fail(new IOException("the microphone is gone"));

            assertThatThrownBy(() -> response.body().read()).isInstanceOf(IOException.class)
                    .hasCauseInstanceOf(HttpClientException.class)
                    .hasMessageContaining("request body").hasMessageContaining("the microphone is gone");
            assertThat(events.closed).isTrue();
            until("the stream is reset", () -> server.resets.equals(List.of(CANCEL)));
        }
    }

    @Test
    void aBodyThatFailsBeforeTheResponseFailsTheCall() throws Exception {
        try (Http2Server server = Http2Server.inClear(Http2Server.Call::awaitReset)) {
            events.fail(new IllegalStateException("no microphone"));

            assertThatThrownBy(() -> send(duplex(server.url("/"), events))).isInstanceOf(HttpClientException.class)
                    .hasMessageContaining("no microphone");
            until("the stream is reset", () -> server.resets.equals(List.of(CANCEL)));
        }
    }

    @Test
    void anErrorIsHandedOutWholeAndEndsTheBody() throws Exception {
        try (Http2Server server = Http2Server.inClear(call -> {
            call.head(403, false).end("no");
            call.awaitReset();
        })) {
            HttpResponse response = send(duplex(server.url("/"), events));

            assertThat(response.status()).isEqualTo(403);
            assertThat(response.isBuffered()).isTrue();
            assertThat(text(response)).isEqualTo("no");
            assertThat(events.closed).isTrue();
            until("the stream is reset", () -> server.resets.equals(List.of(CANCEL)));
        }
    }

    @Test
    void aServerThatResetsTheStreamEndsTheBody() throws Exception {
        try (Http2Server server = Http2Server.inClear(call -> {
            call.head(200, false).write("some");
            call.read();
            call.reset(ErrorCode.INTERNAL_ERROR.code);
        })) {
            InputStream answers = send(duplex(server.url("/"), events)).body();
            assertThat(next(answers, 4)).isEqualTo("some");
            events.say("x");

            assertThatThrownBy(answers::read).isInstanceOf(IOException.class);
            until("the body is closed", () -> events.closed);
        }
    }

    @Test
    void aServerThatDoesNotListenStopsTheReadingOfTheBody() throws Exception {
        AtomicLong read = new AtomicLong();
        HttpBody endless = HttpBody.of(new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException("a byte at a time");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                read.addAndGet(length);
                return length;
            }
        });
        CountDownLatch listen = new CountDownLatch(1);
        try (Http2Server server = Http2Server.inClear(call -> {
            call.head(200, false);
            listen.await();
            long got = 0;
            while (got < 5_000_000) {
                got += call.read().length();
            }
            call.end("enough");
            call.awaitReset();
        })) {
            HttpResponse response = send(duplex(server.url("/"), endless));
            until("the reading stops", () -> bodyThreads(Thread.State.WAITING) == 1 && read.get() > 0);
            assertThat(read.get()).isLessThan(2_000_000);

            listen.countDown();

            assertThat(text(response)).isEqualTo("enough");
            until("the body is no longer read", () -> bodyThreads(Thread.State.RUNNABLE) == 0);
        }
    }

    private static long bodyThreads(Thread.State state) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().equals(Engine.THREAD_NAME + "-body") && t.getState() == state).count();
    }

    @Test
    void aServerThatSaysNothingIsAReadTimeout() throws Exception {
        try (Http2Server server = Http2Server.inClear(Http2Server.Call::awaitReset)) {
            assertThatThrownBy(() -> send(settings(LONG, Duration.ofMillis(150), 1),
                    duplex(server.url("/"), events))).isExactlyInstanceOf(ReadTimeoutException.class);
            assertThat(events.closed).isTrue();
            until("the stream is reset", () -> server.resets.equals(List.of(CANCEL)));
        }
    }

    @Test
    void stoppingEndsTheBodiesAndTheirThreads() throws Exception {
        long before = threads();
        try (Http2Server server = Http2Server.inClear(DuplexTest::echo)) {
            InputStream answers = send(duplex(server.url("/"), events)).body();
            events.say("x");
            assertThat(next(answers, 3)).isEqualTo("<x>");

            transport.deactivate();

            assertThatThrownBy(answers::read).isInstanceOf(IOException.class)
                    .hasRootCauseInstanceOf(Stopped.class);
            assertThat(events.closed).isTrue();
            until("the threads are gone", () -> threads() <= before);
            until("the sockets are gone", () -> server.openConnections() == 0);
        }
    }

    @Test
    void closingTheSessionEndsItsCalls() throws Exception {
        try (Http2Server server = Http2Server.inClear(call -> {
            call.read();
            call.awaitReset();
        })) {
            HttpSession session = open(DEFAULTS);
            Thread closer = new Thread(() -> {
                until("the body is read", () -> events.reader != null);
                session.close();
            });
            closer.start();

            assertThatThrownBy(() -> session.send(duplex(server.url("/"), events)))
                    .isInstanceOf(ConnectionClosedException.class).hasMessageContaining("closed");
            closer.join();
            until("the sockets are gone", () -> server.openConnections() == 0);
        }
    }
}
