package org.tucuxi.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.HttpSession;
import org.tucuxi.http.HttpVersion;
import org.tucuxi.http.IncompleteReadException;
import org.tucuxi.http.ResponseStreamingException;

/** Response bodies that are handed out as streams. */
class StreamingResponseTest extends TransportTesting {

    @Test
    void theBodyIsReadAsItComesAndTheConnectionIsUsedAgain() throws Exception {
        byte[] content = bytes(2_000_000);
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n");
            c.out.write(content);
        })) {
            HttpSession session = open(DEFAULTS);
            for (int i = 0; i < 3; i++) {
                HttpResponse response = session.send(stream(server.url("/")));

                assertThat(response.isBuffered()).isFalse();
                assertThat(response.body().readAllBytes()).isEqualTo(content);
            }
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void aBodyReadToItsLengthGivesTheConnectionBackWithoutAFurtherRead() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.ok("12345"))) {
            HttpSession session = open(DEFAULTS);

            assertThat(session.send(stream(server.url("/"))).body().readNBytes(5)).hasSize(5);
            session.send(get(server.url("/")));

            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void chunksAreJoined() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.write(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "5\r\nhello\r\n6;x=y\r\n world\r\n0\r\nTrailer: t\r\n\r\n"))) {
            HttpSession session = open(DEFAULTS);

            assertThat(text(session.send(stream(server.url("/"))))).isEqualTo("hello world");
            assertThat(text(session.send(get(server.url("/"))))).isEqualTo("hello world");
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void errorsAreBufferedAlsoWhenAStreamWasAskedFor() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.write("HTTP/1.1 404 No\r\nContent-Length: 4\r\n\r\ngone"))) {
            HttpResponse response = send(stream(server.url("/")));

            assertThat(response.isBuffered()).isTrue();
            assertThat(text(response)).isEqualTo("gone");
        }
    }

    @Test
    void whatNobodyReadsStaysWithTheServer() throws Exception {
        AtomicLong written = new AtomicLong();
        CountDownLatch stalled = new CountDownLatch(1);
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n");
            byte[] piece = new byte[100_000];
            for (int i = 0; i < 1000; i++) {
                c.out.write(piece);
                written.addAndGet(piece.length);
            }
            stalled.countDown();
        })) {
            HttpResponse response = send(stream(server.url("/")));

            assertThat(stalled.await(200, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(written.get()).isLessThan(50_000_000);
            assertThat(response.body().readAllBytes()).hasSize(100_000_000);
        }
    }

    @Test
    void closingEarlyGivesTheConnectionUp() throws Exception {
        CountDownLatch cut = new CountDownLatch(1);
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
            try {
                while (true) {
                    c.out.write(new byte[10_000]);
                }
            } catch (SocketException e) {
                cut.countDown();
            }
        })) {
            HttpResponse response = send(stream(server.url("/")));
            response.body().readNBytes(100_000);
            response.close();

            assertThat(cut.await(5, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() ->
                    response.body().read()).isInstanceOf(IOException.class).hasMessageContaining("closed");
        }
    }

    @Test
    void aSilentServerIsAReadTimeout() throws Exception {
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            c.in.read();
        })) {
            InputStream body = send(settings(LONG, Duration.ofMillis(150), 1), stream(server.url("/"))).body();

            assertThat(body.readNBytes(4)).hasSize(4);
            assertThatThrownBy(body::read).isInstanceOf(SocketTimeoutException.class).hasMessageContaining("4 bytes");
            assertThatThrownBy(body::read).isInstanceOf(SocketTimeoutException.class);
            until("the connection is given up", () -> server.openConnections() == 0);
        }
    }

    @Test
    void aReaderMayPauseForLongerThanTheReadTimeout() throws Exception {
        CountDownLatch readAgain = new CountDownLatch(1);
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst");
            readAgain.await();
            c.write("other");
        })) {
            InputStream body = send(settings(LONG, Duration.ofMillis(100), 1), stream(server.url("/"))).body();
            assertThat(body.readNBytes(5)).hasSize(5);

            assertThat(new CountDownLatch(1).await(250, TimeUnit.MILLISECONDS)).isFalse();
            readAgain.countDown();

            assertThat(body.readAllBytes()).hasSize(5);
        }
    }

    @Test
    void aBodyCutShortIsNeverAShortFile() throws Exception {
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            c.close();
        })) {
            InputStream body = send(stream(server.url("/"))).body();

            assertThatThrownBy(body::readAllBytes).isInstanceOf(IncompleteReadException.class);
        }
    }

    @Test
    void aChunkedBodyCutShortIsNeverAShortFile() throws Exception {
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
            c.close();
        })) {
            InputStream body = send(stream(server.url("/"))).body();

            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class)
                    .hasCauseInstanceOf(ResponseStreamingException.class);
        }
    }

    @Test
    void aBodyThatEndsWithTheConnectionIsWhole() throws Exception {
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\n\r\nall of it");
            c.close();
        })) {
            assertThat(text(send(stream(server.url("/"))))).isEqualTo("all of it");
            assertThat(text(send(get(server.url("/"))))).isEqualTo("all of it");
        }
    }

    @Test
    void aReaderCanBeInterrupted() throws Exception {
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            c.in.read();
        })) {
            InputStream body = send(stream(server.url("/"))).body();
            body.readNBytes(4);
            Thread.currentThread().interrupt();

            assertThatThrownBy(body::read).isInstanceOfAny(InterruptedIOException.class, IOException.class);
            assertThat(Thread.interrupted()).isTrue();
            until("the connection is given up", () -> server.openConnections() == 0);
        }
    }

    @Test
    void aBodyCanBeClosedByAnotherThread() throws Exception {
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            c.in.read();
        })) {
            InputStream body = send(stream(server.url("/"))).body();
            body.readNBytes(4);
            Thread reader = Thread.currentThread();
            Thread closer = new Thread(() -> {
                until("the reader waits", () -> reader.getState() == Thread.State.TIMED_WAITING);
                try {
                    body.close();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            closer.start();

            assertThatThrownBy(body::read).isInstanceOf(IOException.class);
            closer.join();
        }
    }

    @Test
    void aStreamThatWasForgottenDoesNotKeepItsConnectionAndIsReported() throws Exception {
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            c.in.read();
        })) {
            PooledSession session = (PooledSession) open(settings(LONG, LONG, 1));
            String log = logged(() -> {
                session.send(new HttpRequest("GET", server.url("/key?X-Amz-Signature=secret"), new HttpHeaders(),
                        HttpBody.EMPTY, true, HttpVersion.HTTP_1_1, false, "s3.GetObject"));

                until("the stream is forgotten", () -> {
                    System.gc();
                    return server.openConnections() == 0 && session.connections() == 0 && session.inFlight() == 0;
                });
            });

            assertThat(log).containsOnlyOnce("WARN").contains("s3.GetObject", server.url("/key"), "Close")
                    .doesNotContain("secret");
        }
    }

    @Test
    void aStreamThatWasReadOrClosedIsNotReported() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.ok("12345"))) {
            HttpSession session = open(DEFAULTS);
            String log = logged(() -> {
                WeakReference<InputStream> read = new WeakReference<>(session.send(stream(server.url("/"))).body());
                read.get().readAllBytes();
                WeakReference<InputStream> closed = new WeakReference<>(session.send(stream(server.url("/"))).body());
                closed.get().close();
                until("both are collected", () -> {
                    System.gc();
                    return read.get() == null && closed.get() == null;
                });
            });

            assertThat(log).doesNotContain("WARN");
        }
    }

    private interface Action {
        void run() throws Exception;
    }

    /** What is logged meanwhile. */
    private static String logged(Action action) throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true));
        try {
            action.run();
        } finally {
            System.setErr(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }
}
