package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientException;
import org.tucuxi.ClosedException;
import org.tucuxi.ParamValidationException;
import org.tucuxi.eventstream.EventQueue;
import org.tucuxi.eventstream.EventStream;
import org.tucuxi.eventstream.EventStreamException;
import org.tucuxi.http.EndpointConnectionException;
import org.tucuxi.http.HttpClientException;
import org.tucuxi.http.ReadTimeoutException;
import org.tucuxi.protocol.ResponseParserException;

/**
 * Calls whose answers or parameters are event streams. The reference removes operations that take events from its
 * clients; here they stay, on purpose.
 */
@ExtendWith(PlatformExtension.class)
@Timeout(30)
class EventStreamsIT {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.amazon.eventstream\r\n"
            + "x-lab-id: 7\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final ClientConfig ONE_CONNECTION = ClientConfig.builder().maxPoolConnections(1)
            .retries(Map.of("total_max_attempts", 1)).build();

    private static void head(OutputStream out) throws IOException {
        out.write(HEAD.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void chunk(OutputStream out, byte[] bytes) throws IOException {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void end(OutputStream out) throws IOException {
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static EventStream listen(Client client) {
        return (EventStream) client.call("Listen").get("Events");
    }

    @Test
    void theFirstEventIsThereBeforeTheLastIsSent(Lab lab) throws Exception {
        CountDownLatch firstWasSeen = new CountDownLatch(1);
        try (LocalServer server = LocalServer.start((out, connection) -> {
            head(out);
            chunk(out, EventFrame.event("Word", "hello"));
            firstWasSeen.await();
            chunk(out, EventFrame.event("Done", "<DoneEvent><Words>1</Words></DoneEvent>"));
            end(out);
        })) {
            Map<String, Object> result = lab.client(server).call("Listen");
            Iterator<Map<String, Object>> events = ((EventStream) result.get("Events")).iterator();

            assertThat(result).containsEntry("Id", "7");
            assertThat(events.next()).isEqualTo(Map.of("Word", Map.of("Text", "hello")));
            firstWasSeen.countDown();
            assertThat(events.next()).isEqualTo(Map.of("Done", Map.of("Words", 1)));
            assertThat(events.hasNext()).isFalse();
        }
    }

    @Test
    void closingGivesTheConnectionBack(Lab lab) throws Exception {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        try (LocalServer server = LocalServer.start((out, connection) -> endless(out, connection, gone))) {
            Client client = lab.client(server, ONE_CONNECTION);
            EventStream first = listen(client);
            assertThat(first.iterator().next()).containsKey("Word");

            first.close();

            gone.get(20, TimeUnit.SECONDS);
            try (EventStream second = listen(client)) {
                assertThat(second.iterator().next()).containsKey("Word");
            }
        }
    }

    private static void endless(OutputStream out, Socket connection, CompletableFuture<Void> gone) throws Exception {
        try {
            head(out);
            while (!connection.isClosed()) {
                chunk(out, EventFrame.event("Word", "again"));
            }
        } catch (SocketException e) {
            gone.complete(null);
        }
    }

    @Test
    void anotherThreadMayCloseWhileOneWaits(Lab lab) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (LocalServer server = LocalServer.start((out, connection) -> {
            head(out);
            chunk(out, EventFrame.event("Word", "hello"));
            over.await();
        })) {
            EventStream stream = listen(lab.client(server));
            Iterator<Map<String, Object>> events = stream.iterator();
            events.next();
            CompletableFuture<Boolean> more = new CompletableFuture<>();
            Thread reader = new Thread(() -> more.complete(events.hasNext()));
            reader.start();
            Platform.await("the reader waits", () -> reader.getState() == Thread.State.TIMED_WAITING
                    || reader.getState() == Thread.State.WAITING);

            stream.close();

            assertThat(more.get(20, TimeUnit.SECONDS)).isFalse();
            over.countDown();
        }
    }

    @Test
    void anExceptionIsAnEventToo(Lab lab) throws Exception {
        try (LocalServer server = LocalServer.start((out, connection) -> {
            head(out);
            chunk(out, EventFrame.event("Word", "hello"));
            chunk(out, EventFrame.exception("Interrupted", "<Interrupted><message>too loud</message></Interrupted>"));
            end(out);
        })) {
            Iterator<Map<String, Object>> events = listen(lab.client(server)).iterator();
            events.next();

            assertThatThrownBy(events::hasNext).isInstanceOfSatisfying(EventStreamException.class, error -> {
                assertThat(error.response())
                        .containsEntry("Error", Map.of("Code", "Interrupted", "Message", "too loud"));
                assertThat(error.isA("Interrupted")).isTrue();
            });
        }
    }

    @Test
    void aStreamThatIsCutSaysSo(Lab lab) throws Exception {
        byte[] frame = EventFrame.event("Word", "hello");
        byte[] part = Arrays.copyOf(frame, frame.length - 6);
        try (LocalServer inTheFrame = LocalServer.start((out, connection) -> {
            head(out);
            chunk(out, part);
            end(out);
        }); LocalServer inTheChunk = LocalServer.start((out, connection) -> {
            head(out);
            chunk(out, frame);
            out.write("ff\r\nabc".getBytes(StandardCharsets.US_ASCII));
        })) {
            assertThatThrownBy(listen(lab.client(inTheFrame)).iterator()::hasNext)
                    .isInstanceOf(ResponseParserException.class)
                    .hasMessageContaining("Test Lab Listen at frame 1 (byte 0)");
            Iterator<Map<String, Object>> events = listen(lab.client(inTheChunk)).iterator();
            events.next();
            assertThatThrownBy(events::hasNext).isInstanceOf(HttpClientException.class);
        }
    }

    @Test
    void aServiceThatFallsSilentIsNotWaitedForForever(Lab lab) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (LocalServer server = LocalServer.start((out, connection) -> {
            head(out);
            over.await();
        })) {
            ClientConfig impatient = ClientConfig.builder().readTimeout(Duration.ofMillis(200)).build();
            Iterator<Map<String, Object>> events = listen(lab.client(server, impatient)).iterator();

            assertThatThrownBy(events::hasNext).isInstanceOf(ReadTimeoutException.class);
            over.countDown();
        }
    }

    @Test
    void anErrorBeforeTheStreamIsTheErrorOfTheCall(Lab lab) throws Exception {
        try (LocalServer server = LocalServer.saying(LocalServer.response("400 Bad Request",
                "<ErrorResponse><Error><Code>Busy</Code><Message>later</Message></Error></ErrorResponse>"))) {
            assertThatThrownBy(() -> lab.client(server).call("Listen")).isInstanceOf(ClientException.class)
                    .isNotInstanceOf(EventStreamException.class).hasMessageContaining("Busy");
        }
    }

    @Test
    void eventsAreSentAsTheyComeEachSignedUponTheOneBefore(Lab lab) throws Exception {
        CompletableFuture<EventFrame> first = new CompletableFuture<>();
        CompletableFuture<EventFrame> second = new CompletableFuture<>();
        CompletableFuture<EventFrame> last = new CompletableFuture<>();
        try (LocalServer server = LocalServer.start((out, connection) -> {
            InputStream in = connection.getInputStream();
            first.complete(EventFrame.read(new ByteArrayInputStream(readChunk(in))));
            second.complete(EventFrame.read(new ByteArrayInputStream(readChunk(in))));
            last.complete(EventFrame.read(new ByteArrayInputStream(readChunk(in))));
            out.write(LocalServer.response("200 OK", "<EchoResponse/>").getBytes(StandardCharsets.US_ASCII));
        }); EventQueue queue = new EventQueue()) {
            Client client = lab.client(server);
            CompletableFuture<Map<String, Object>> call =
                    client.callAsync("Tell", Map.of("Name", "n", "Events", queue)).toCompletableFuture();

            queue.send(Map.of("Word", Map.of("Text", "hello", "Number", 5)));
            EventFrame hello = EventFrame.read(new ByteArrayInputStream(first.get(20, TimeUnit.SECONDS).payload()));
            queue.send(Map.of("Done", Map.of("Words", 1)));
            queue.close();

            assertThat(hello.text()).isEqualTo("hello");
            assertThat(hello.headers()).containsEntry(":event-type", "Word").containsEntry("Number", 5)
                    .containsEntry(":content-type", "text/plain");
            assertThat(call.get(20, TimeUnit.SECONDS)).containsKey("ResponseMetadata");
            assertThat(EventFrame.read(new ByteArrayInputStream(second.join().payload())).headers())
                    .containsEntry(":event-type", "Done");
            assertThat(last.join().payload()).isEmpty();
            assertThat(List.of(first.join(), second.join(), last.join())).allSatisfy(frame ->
                    assertThat((byte[]) frame.headers().get(":chunk-signature")).hasSize(32));
            assertThat(server.requests().get(0)).contains("Transfer-Encoding: chunked")
                    .containsIgnoringCase("x-amz-content-sha256: STREAMING-AWS4-HMAC-SHA256-EVENTS")
                    .containsIgnoringCase("content-type: application/vnd.amazon.eventstream");
        }
    }

    /** A chunk; what ends it is sent with the next one. */
    private static byte[] readChunk(InputStream in) throws IOException {
        StringBuilder size = new StringBuilder();
        for (int c = in.read(); c != '\n' || size.isEmpty(); c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c > ' ') {
                size.append((char) c);
            }
        }
        return in.readNBytes(Integer.parseInt(size.toString(), 16));
    }

    @Test
    void anEventThatIsWrongFailsTheCallWithItsPlace(Lab lab) throws Exception {
        try (LocalServer server = LocalServer.silent()) {
            List<Map<String, ?>> events = List.of(Map.of("Word", Map.of("Text", "a")), Map.of("Wird", Map.of()));

            assertThatThrownBy(() -> lab.client(server).call("Tell", Map.of("Name", "n", "Events", events)))
                    .isInstanceOf(ParamValidationException.class)
                    .hasMessageContaining("parameter Events[1]: expected one of the events Word, Done, got \"Wird\"");
        }
    }

    @Test
    void bothSidesTalkAtOnce(Lab lab) throws Exception {
        try (LocalServer server = LocalServer.start((out, connection) -> {
            head(out);
            for (EventFrame frame = frameOfChunk(connection); frame.payload().length > 0;
                    frame = frameOfChunk(connection)) {
                EventFrame word = EventFrame.read(new ByteArrayInputStream(frame.payload()));
                chunk(out, EventFrame.event("Word", word.text() + "!"));
            }
            end(out);
        }); EventQueue queue = new EventQueue()) {
            EventStream answers = (EventStream) lab.client(server)
                    .call("Talk", Map.of("Name", "n", "Events", queue)).get("Events");
            Iterator<Map<String, Object>> events = answers.iterator();

            for (String word : List.of("one", "two", "three")) {
                queue.send(Map.of("Word", Map.of("Text", word)));
                assertThat(events.next()).isEqualTo(Map.of("Word", Map.of("Text", word + "!")));
            }
            queue.close();
            assertThat(events.hasNext()).isFalse();
        }
    }

    private static EventFrame frameOfChunk(Socket connection) throws IOException {
        return EventFrame.read(new ByteArrayInputStream(readChunk(connection.getInputStream())));
    }

    @Test
    void whoClosesTheAnswersEndsTheQuestions(Lab lab) throws Exception {
        try (LocalServer server = LocalServer.start((out, connection) -> {
            head(out);
            chunk(out, EventFrame.event("Word", "hello"));
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        }); EventQueue queue = new EventQueue()) {
            EventStream answers = (EventStream) lab.client(server)
                    .call("Talk", Map.of("Name", "n", "Events", queue)).get("Events");
            answers.iterator().next();

            answers.close();

            Platform.await("the queue takes no more events", () -> {
                try {
                    queue.send(Map.of("Word", Map.of("Text", "?")));
                    return false;
                } catch (ClosedException e) {
                    return true;
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    @Test
    void aCallThatFailsTellsTheSourceOfItsEvents(Lab lab) throws Exception {
        EventQueue queue = new EventQueue();
        Client client = lab.session().client("lab", ClientConfig.builder().endpointUrl("http://127.0.0.1:1").build());

        assertThatThrownBy(() -> client.call("Talk", Map.of("Name", "n", "Events", queue)))
                .isInstanceOf(EndpointConnectionException.class);

        assertThatThrownBy(() -> queue.send(Map.of("Word", Map.of()))).isInstanceOf(ClosedException.class);
    }
}
