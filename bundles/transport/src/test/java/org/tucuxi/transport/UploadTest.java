package org.tucuxi.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.http.ConnectionClosedException;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpClientException;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.HttpSession;

/** Request bodies that come from streams. */
class UploadTest extends TransportTesting {

    @TempDir
    Path folder;

    /** A body of any source and any announced length. */
    private record Source(InputStream stream, long length) implements HttpBody {

        @Override
        public boolean isRepeatable() {
            return false;
        }

        @Override
        public InputStream open() {
            return stream;
        }
    }

    @Test
    void aFileArrivesWhole() throws Exception {
        byte[] content = bytes(3_000_001);
        Path file = Files.write(folder.resolve("file"), content);
        byte[][] got = new byte[1][];
        try (RawServer server = RawServer.answering(c -> {
            got[0] = c.readBody(content.length);
            c.ok("");
        })) {
            send(put(server.url("/"), HttpBody.of(file), "Content-Length", "3000001"));

            assertThat(got[0]).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, OutgoingBody.PIECE, OutgoingBody.PIECE + 1, 5 * OutgoingBody.PIECE})
    void buffersOfOneFileAreGoodForTheNext(int size) throws Exception {
        byte[][] got = new byte[1][];
        try (RawServer server = RawServer.answering(c -> {
            got[0] = c.readBody(size);
            c.ok("");
        })) {
            HttpSession session = open(DEFAULTS);
            for (int i = 0; i < 5; i++) {
                byte[] content = bytes(size);
                content[size / 2] = (byte) i;
                Path file = Files.write(folder.resolve("file" + i), content);

                session.send(put(server.url("/"), HttpBody.of(file)));

                assertThat(got[0]).as("file %d", i).isEqualTo(content);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void piecesOutsideOfTheHeapComeBackWhenAllWasSent(boolean sent) throws Exception {
        Pieces pieces = new Pieces();
        Path file = Files.write(folder.resolve("file"), bytes(OutgoingBody.PIECE + 10));
        StreamBody body = new StreamBody(HttpBody.of(file).open(), OutgoingBody.PIECE + 10, false, pieces, () -> { });
        body.pump();
        body.pump();
        Content.Chunk first = body.read();
        Content.Chunk last = body.read();
        List<ByteBuffer> used = List.of(first.getByteBuffer(), last.getByteBuffer());
        assertThat(used).allMatch(ByteBuffer::isDirect);
        assertThat(last.isLast()).isTrue();

        first.release();
        last.release();
        if (sent) {
            body.sent();
        }
        body.close();

        // By identity: buffers of equal content are equal.
        ByteBuffer next = pieces.take();
        assertThat(used.stream().anyMatch(buffer -> buffer == next)).as("a buffer is used again").isEqualTo(sent);
    }

    @Test
    void aStreamOfUnknownLengthGoesOutInChunks() throws Exception {
        byte[] content = bytes(600_000);
        try (RawServer server = RawServer.answering(c -> {
            assertThat(readChunks(c)).isEqualTo(content);
            c.ok("");
        })) {
            InputStream oneWay = new java.io.SequenceInputStream(new ByteArrayInputStream(content),
                    InputStream.nullInputStream());

            HttpResponse response = send(put(server.url("/"), HttpBody.of(oneWay), "Transfer-Encoding", "chunked"));

            assertThat(response.status()).isEqualTo(200);
            assertThat(server.heads.get(0)).contains("Transfer-Encoding: chunked").doesNotContain("Content-Length");
        }
    }

    private static byte[] readChunks(RawServer.Connection c) throws IOException {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        while (true) {
            StringBuilder line = new StringBuilder();
            for (int b = c.in.read(); b != '\n'; b = c.in.read()) {
                line.append((char) b);
            }
            int size = Integer.parseInt(line.toString().trim(), 16);
            all.writeBytes(c.readBody(size));
            c.readBody(2);
            if (size == 0) {
                return all.toByteArray();
            }
        }
    }

    @Test
    void theCallingThreadReadsTheSourceAndClosesIt() throws Exception {
        Thread caller = Thread.currentThread();
        AtomicBoolean elsewhere = new AtomicBoolean();
        AtomicBoolean closed = new AtomicBoolean();
        InputStream source = new ByteArrayInputStream(bytes(1_000_000)) {
            @Override
            public synchronized int read(byte[] b, int off, int len) {
                elsewhere.compareAndSet(false, Thread.currentThread() != caller);
                return super.read(b, off, len);
            }

            @Override
            public void close() {
                closed.set(true);
            }
        };
        try (RawServer server = RawServer.answering(c -> {
            c.readBody(1_000_000);
            c.ok("");
        })) {
            send(put(server.url("/"), new Source(source, 1_000_000), "Content-Length", "1000000"));

            assertThat(elsewhere).isFalse();
            assertThat(closed).isTrue();
        }
    }

    @Test
    void aServerThatReadsSlowlySlowsTheSourceDown() throws Exception {
        AtomicLong produced = new AtomicLong();
        CountDownLatch stalled = new CountDownLatch(1);
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 1;
            }

            @Override
            public int read(byte[] b, int off, int len) {
                produced.addAndGet(len);
                return len;
            }
        };
        try (RawServer server = RawServer.answering(c -> {
            stalled.await();
            c.readBody(100_000_000);
            c.ok("");
        })) {
            Thread sender = new Thread(() -> send(put(server.url("/"), new Source(endless, 100_000_000))));
            sender.start();
            until("the sender waits", () -> produced.get() > 0 && sender.getState() == Thread.State.TIMED_WAITING);

            assertThat(produced.get()).isLessThan(50_000_000);

            stalled.countDown();
            sender.join(10_000);
            assertThat(produced).hasValue(100_000_000);
        }
    }

    @Test
    void bytesOfAPipeAreSentAsTheyCome() throws Exception {
        PipedOutputStream pipe = new PipedOutputStream();
        InputStream source = new PipedInputStream(pipe);
        CountDownLatch firstSeen = new CountDownLatch(1);
        try (RawServer server = RawServer.answering(c -> {
            c.readBody("5\r\nfirst".length());
            firstSeen.countDown();
            c.readBody("\r\n6\r\nsecond\r\n0\r\n\r\n".length());
            c.ok("done");
        })) {
            Thread writer = new Thread(() -> {
                try (pipe) {
                    pipe.write("first".getBytes(StandardCharsets.US_ASCII));
                    pipe.flush();
                    firstSeen.await();
                    pipe.write("second".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            writer.start();

            assertThat(text(send(put(server.url("/"), HttpBody.of(source))))).isEqualTo("done");
            writer.join();
        }
    }

    @Test
    void aSourceThatFailsFailsTheCallAndTheConnection() throws Exception {
        IOException mishap = new IOException("disk on fire");
        InputStream source = new java.io.SequenceInputStream(new ByteArrayInputStream(bytes(300_000)),
                new InputStream() {
            @Override
            public int read() throws IOException {
                throw mishap;
            }
        });
        CountDownLatch cut = new CountDownLatch(1);
        try (RawServer server = RawServer.answering(c -> {
            c.in.readAllBytes();
            cut.countDown();
        })) {
            assertThatThrownBy(() -> send(put(server.url("/"), new Source(source, 1_000_000))))
                    .isExactlyInstanceOf(HttpClientException.class).hasCause(mishap)
                    .hasMessageContaining("disk on fire");
            cut.await();
        }
    }

    @Test
    void aBodyShorterThanAnnouncedIsAnError() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.in.readAllBytes())) {
            assertThatThrownBy(() -> send(put(server.url("/"), new Source(new ByteArrayInputStream(bytes(10)), 20))))
                    .isExactlyInstanceOf(HttpClientException.class)
                    .hasMessageContaining("ended after 10 bytes").hasMessageContaining("20 bytes");
        }
    }

    @Test
    void aBodyLongerThanAnnouncedIsAnError() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.in.readAllBytes())) {
            assertThatThrownBy(() -> send(put(server.url("/"), new Source(new ByteArrayInputStream(bytes(30)), 20))))
                    .isExactlyInstanceOf(HttpClientException.class).hasMessageContaining("goes on after 20 bytes");
            assertThatThrownBy(() -> send(put(server.url("/"), HttpBody.of(bytes(30)), "Content-Length", "20")))
                    .isExactlyInstanceOf(HttpClientException.class).hasMessageContaining("says 20")
                    .hasMessageContaining("30");
        }
    }

    @Test
    void anErrorDuringAnUploadEndsIt() throws Exception {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }
        };
        try (RawServer server = RawServer.answering(c -> {
            c.readBody(1000);
            c.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
            c.in.readAllBytes();
        })) {
            HttpResponse response = send(put(server.url("/"), new Source(endless, Long.MAX_VALUE)));

            assertThat(response.status()).isEqualTo(403);
            assertThat(text(response)).isEqualTo("no");
        }
    }

    @Test
    void aServerThatGoesAwayDuringAnUploadIsAClosedConnection() throws Exception {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }
        };
        try (RawServer server = RawServer.answering(c -> {
            c.readBody(1000);
            c.reset();
        })) {
            assertThatThrownBy(() -> send(put(server.url("/"), new Source(endless, Long.MAX_VALUE))))
                    .isInstanceOf(ConnectionClosedException.class);
        }
    }

    @Test
    void anUploadMayTakeLongerThanTheReadTimeoutWhileItProgresses() throws Exception {
        Duration timeout = Duration.ofMillis(500);
        byte[] body = bytes(40_000_000);
        long[] took = new long[1];
        try (RawServer server = RawServer.answering(c -> {
            long start = System.nanoTime();
            CountDownLatch never = new CountDownLatch(1);
            for (int i = 0; i < 40; i++) {
                c.readBody(1_000_000);
                never.await(20, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
            took[0] = System.nanoTime() - start;
            c.ok("");
        })) {
            try (HttpSession session = open(settings(LONG, timeout, 10))) {
                session.send(put(server.url("/"), HttpBody.of(body)));

                assertThat(took[0]).isGreaterThan(timeout.toNanos());
            }
        }
    }
}
