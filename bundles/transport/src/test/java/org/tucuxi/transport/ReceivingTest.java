package org.tucuxi.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.http.HttpClientException;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.HttpSession;

/** What the thread does that takes a response off the socket; {@link Receiving} says why. */
class ReceivingTest extends TransportTesting {

    @TempDir
    static Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noBodyIsHandedOutWhileItsBufferIsStillBeingLookedAt(boolean tls) throws Exception {
        byte[] content = bytes(50_000);
        ServerSocket listener = tls ? new Certificates(folder).listen(false)
                : new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        byte[] answer = answer(content.length, content);
        try (RawServer server = RawServer.answering(listener, c -> c.out.write(answer))) {
            HttpSession session = open(tls ? tls(false, null, List.of()) : DEFAULTS);
            String url = tls ? "https://localhost:" + server.port() + '/' : server.url("/");
            for (int i = 0; i < 300; i++) {
                HttpResponse response = session.send(stream(url));
                Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();

                assertThat(stacks.entrySet().stream().filter(stack -> isParsing(stack.getValue())))
                        .as("threads that parse, with response %d", i).isEmpty();
                assertThat(response.body().readAllBytes()).isEqualTo(content);
            }
        }
    }

    private static byte[] answer(int announced, byte[] content) {
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Length: " + announced + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return all;
    }

    private static boolean isParsing(StackTraceElement[] stack) {
        return Arrays.stream(stack).anyMatch(frame -> frame.getMethodName().equals("parseAndFill"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void responsesThatBreakOffSpoilNoOthers(boolean streamed) throws Exception {
        byte[] content = bytes(30_000);
        try (RawServer server = RawServer.answering(c -> {
            boolean breaks = c.number % 2 == 0;
            c.out.write(answer(breaks ? 40_000 : 30_000, content));
            if (breaks) {
                c.close();
            }
        })) {
            HttpSession session = open(DEFAULTS);
            ExecutorService callers = Executors.newFixedThreadPool(8);
            try {
                for (Future<Integer> whole : callers.invokeAll(IntStream.range(0, 8).mapToObj(caller ->
                        (Callable<Integer>) () -> wholeOf(200, session, server.url("/"), streamed, content)).toList())) {
                    assertThat(whole.get()).as("responses that came whole").isPositive();
                }
            } finally {
                callers.shutdownNow();
            }
        }
    }

    /** How many of so many responses are whole; none is anything but that, or the beginning of it. */
    private static int wholeOf(int calls, HttpSession session, String url, boolean streamed, byte[] content) {
        int whole = 0;
        for (int i = 0; i < calls; i++) {
            ByteArrayOutputStream seen = new ByteArrayOutputStream();
            try (InputStream body = session.send(streamed ? stream(url) : get(url)).body()) {
                body.transferTo(seen);
                whole++;
            } catch (HttpClientException | IOException e) {
                assertThat(e.getMessage()).as("how response %d breaks", i).doesNotContain("IllegalArgument", "IllegalState",
                        "BufferUnderflow", "IndexOutOfBounds");
            }
            assertThat(seen.toByteArray()).isEqualTo(Arrays.copyOf(content, seen.size()));
        }
        return whole;
    }

    @Test
    void aSmallBodyThatIsThereNeedsNoSecondThread() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.ok("12345"))) {
            PooledSession session = (PooledSession) open(DEFAULTS);

            HttpResponse response = session.send(stream(server.url("/")));

            assertThat(session.inFlight()).as("exchanges, before the body was read").isZero();
            assertThat(text(response)).isEqualTo("12345");
        }
    }

    @Test
    void ofASmallBodyThatIsPartlyThereTheRestIsReadLater() throws Exception {
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst");
            c.in.read();
        })) {
            HttpSession session = open(settings(LONG, LONG, 2));
            InputStream body = session.send(stream(server.url("/"))).body();

            assertThat(body.readNBytes(5)).asString().isEqualTo("first");
            assertThat(body.available()).isZero();
            body.close();
            until("the connection is closed, as its response was not read", () -> server.openConnections() == 0);
        }
    }
}
