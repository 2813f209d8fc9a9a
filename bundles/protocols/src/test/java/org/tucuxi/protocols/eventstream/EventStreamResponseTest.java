package org.tucuxi.protocols.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tucuxi.eventstream.EventStream;
import org.tucuxi.eventstream.EventStreamException;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.http.ReadTimeoutException;
import org.tucuxi.http.ResponseStreamingException;
import org.tucuxi.http.StreamingBody;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.ResponseParserException;
import org.tucuxi.protocols.RestXmlProtocol;
import org.tucuxi.protocols.TestModel;

/** Results that are event streams, as S3's SelectObjectContent has them and with what other services add. */
class EventStreamResponseTest {

    private static final TestModel MODEL = TestModel.of("""
            {'operations': {'Select': {'output': {'shape': 'Out'}}},
             'shapes': {
              'Out': {'type': 'structure', 'payload': 'Payload', 'members': {'Payload': {'shape': 'Stream'},
                'Id': {'shape': 'S', 'location': 'header', 'locationName': 'x-id'}}},
              'Stream': {'type': 'structure', 'eventstream': true, 'members': {
                'Records': {'shape': 'Records'}, 'Stats': {'shape': 'StatsEvent'}, 'Cont': {'shape': 'Empty'},
                'End': {'shape': 'Empty'}, 'Typed': {'shape': 'Typed'}, 'Note': {'shape': 'Note'},
                'Whole': {'shape': 'Stats'}, 'Refused': {'shape': 'RefusedException'}, 'Silent': {'shape': 'Silent'}}},
              'Records': {'type': 'structure', 'event': true, 'members': {
                'Payload': {'shape': 'B', 'eventpayload': true}}},
              'StatsEvent': {'type': 'structure', 'event': true, 'members': {
                'Details': {'shape': 'Stats', 'eventpayload': true}}},
              'Stats': {'type': 'structure', 'event': true, 'members': {'BytesScanned': {'shape': 'L'},
                'BytesReturned': {'shape': 'L'}}},
              'Empty': {'type': 'structure', 'event': true, 'members': {}},
              'Note': {'type': 'structure', 'event': true, 'members': {
                'Text': {'shape': 'S', 'eventpayload': true}, 'Lang': {'shape': 'S', 'eventheader': true}}},
              'Typed': {'type': 'structure', 'event': true, 'members': {
                'At': {'shape': 'T', 'eventheader': true}, 'Count': {'shape': 'I', 'eventheader': true},
                'Size': {'shape': 'L', 'eventheader': true}, 'Flag': {'shape': 'F', 'eventheader': true},
                'Data': {'shape': 'B', 'eventheader': true}, 'Name': {'shape': 'S', 'eventheader': true}}},
              'RefusedException': {'type': 'structure', 'exception': true, 'members': {'message': {'shape': 'S'},
                'Reason': {'shape': 'S'}}},
              'Silent': {'type': 'structure', 'exception': true, 'members': {}},
              'S': {'type': 'string'}, 'L': {'type': 'long'}, 'I': {'type': 'integer'}, 'B': {'type': 'blob'},
              'T': {'type': 'timestamp'}, 'F': {'type': 'boolean'}}}
            """);
    private static final OperationCodec CODEC =
            new RestXmlProtocol().compile(MODEL.operation("Select"), CodecSettings.DEFAULTS);

    private static Map<String, Object> parse(InputStream body) {
        HttpHeaders headers = new HttpHeaders();
        headers.put("x-id", "7");
        return CODEC.parse(new RawResponse(200, headers, body, new HashMap<>()));
    }

    private static EventStream stream(InputStream body) {
        return (EventStream) parse(body).get("Payload");
    }

    private static EventStream stream(byte[]... frames) {
        return stream(new ByteArrayInputStream(Frames.join(frames)));
    }

    private static List<Map<String, Object>> events(byte[]... frames) {
        List<Map<String, Object>> events = new ArrayList<>();
        stream(frames).forEach(events::add);
        return events;
    }

    @Test
    void eventsComeInTheirOrder() {
        List<Map<String, Object>> events = events(Frames.event("Records", "a,b\n"), Frames.event("Cont", ""),
                Frames.event("Stats", "<Details><BytesScanned>12</BytesScanned>"
                        + "<BytesReturned>4</BytesReturned></Details>"),
                Frames.event("End", ""));

        assertThat(events).hasSize(4);
        assertThat((byte[]) ((Map<?, ?>) events.get(0).get("Records")).get("Payload")).asString().isEqualTo("a,b\n");
        assertThat(events.subList(1, 4)).containsExactly(Map.of("Cont", Map.of()),
                Map.of("Stats", Map.of("Details", Map.of("BytesScanned", 12L, "BytesReturned", 4L))),
                Map.of("End", Map.of()));
    }

    @Test
    void membersWithoutAPlaceOfTheirOwnAreTheDocument() {
        assertThat(events(Frames.event("Whole", "<Stats><BytesScanned>3</BytesScanned></Stats>")))
                .containsExactly(Map.of("Whole", Map.of("BytesScanned", 3L)));
    }

    @Test
    void theOtherMembersComeFromTheHeadAndNothingIsReadYet() {
        Map<String, Object> result = parse(new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read before anybody asked for an event");
            }
        });

        assertThat(result).containsEntry("Id", "7").containsKey("ResponseMetadata");
        assertThat(((EventStream) result.get("Payload")).initialResponse()).isEmpty();
    }

    @Test
    void headersAreMembersOfTheirTypes() {
        byte[] frame = Frames.frame().text(":message-type", "event").text(":event-type", "Typed")
                .header("At", 8, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 7, (byte) -48)
                .header("Count", 2, (byte) 3).header("Size", 4, (byte) 0, (byte) 0, (byte) 0, (byte) 9)
                .header("Flag", 0).header("Data", 6, (byte) 0, (byte) 1, (byte) 5).text("Name", "n").bytes();

        Map<?, ?> typed = (Map<?, ?>) events(frame).get(0).get("Typed");

        assertThat(typed.get("At")).isEqualTo(Instant.ofEpochSecond(2));
        assertThat(typed.get("Count")).isEqualTo(3);
        assertThat(typed.get("Size")).isEqualTo(9L);
        assertThat(typed.get("Flag")).isEqualTo(true);
        assertThat(typed.get("Data")).isEqualTo(new byte[] {5});
        assertThat(typed.get("Name")).isEqualTo("n");
    }

    @Test
    void aTextMayBeThePayload() {
        byte[] frame = Frames.frame().text(":message-type", "event").text(":event-type", "Note").text("Lang", "de")
                .payload("grün").bytes();

        assertThat(events(frame)).containsExactly(Map.of("Note", Map.of("Text", "grün", "Lang", "de")));
    }

    @Test
    void eventsThatAreNewerThanTheModelAreSkipped() {
        assertThat(events(Frames.event("Novelty", "{}"), Frames.event("initial-response", "{}"),
                Frames.frame().payload("?").bytes(), Frames.event("End", ""))).containsExactly(Map.of("End", Map.of()));
    }

    @Test
    void aModelledExceptionEndsTheStream() {
        TrackedStream in = new TrackedStream(Frames.join(Frames.event("Cont", ""),
                Frames.exception("Refused", "<E><message>no</message><Reason>full</Reason></E>"),
                Frames.event("End", "")));
        Iterator<Map<String, Object>> events = stream(in).iterator();
        events.next();

        EventStreamException error = catchThrowableOfType(EventStreamException.class, events::hasNext);

        assertThat(error.response()).containsEntry("Error", Map.of("Code", "Refused", "Message", "no"))
                .containsEntry("Reason", "full").doesNotContainKey("ResponseMetadata");
        assertThat(error.operationName()).isEqualTo("Select");
        assertThat(in.isClosed).isTrue();
        assertThatThrownBy(events::next).isSameAs(error);
    }

    @Test
    void anExceptionWithoutAMessageHasAnEmptyOne() {
        Iterator<Map<String, Object>> events = stream(Frames.exception("Silent", "")).iterator();

        EventStreamException error = catchThrowableOfType(EventStreamException.class, events::hasNext);

        assertThat(error.response()).containsEntry("Error", Map.of("Code", "Silent", "Message", ""));
    }

    @Test
    void anErrorHasItsCodeAndMessageInHeaders() {
        byte[] frame = Frames.frame().text(":message-type", "error").text(":error-code", "InternalError")
                .text(":error-message", "try again").bytes();

        assertThatThrownBy(stream(frame).iterator()::hasNext).isInstanceOfSatisfying(EventStreamException.class,
                error -> assertThat(error.response())
                        .containsEntry("Error", Map.of("Code", "InternalError", "Message", "try again")));
    }

    @Test
    void anExceptionThatIsNewerThanTheModelSaysItsName() {
        assertThatThrownBy(stream(Frames.exception("Novelty", "")).iterator()::hasNext)
                .isInstanceOfSatisfying(EventStreamException.class, error -> assertThat(error.response())
                        .containsEntry("Error", Map.of("Code", "Novelty", "Message", "")));
    }

    @Test
    void membersThatDoNotFitSayWhere() {
        TrackedStream in = new TrackedStream(Frames.join(Frames.event("Cont", ""),
                Frames.event("Stats", "<Details><BytesScanned>many</BytesScanned></Details>")));
        Iterator<Map<String, Object>> events = stream(in).iterator();
        events.next();

        assertThatThrownBy(events::hasNext).isInstanceOf(ResponseParserException.class)
                .hasMessageContaining("Test Select at frame 2 (byte")
                .hasMessageContaining("Stats.Details.BytesScanned");
        assertThat(in.isClosed).isTrue();
    }

    @Test
    void aBrokenFrameSaysWhere() {
        byte[] broken = Frames.event("Cont", "");
        broken[9] ^= 1;

        assertThatThrownBy(stream(broken).iterator()::hasNext).isInstanceOf(ResponseParserException.class)
                .hasMessageStartingWith("Unable to parse response of Test Select at frame 1 (byte 0): "
                        + "expected the prelude");
    }

    @Test
    void theEndGivesTheConnectionBack() {
        TrackedStream in = new TrackedStream(Frames.event("End", ""));
        Iterator<Map<String, Object>> events = stream(in).iterator();

        events.next();
        assertThat(in.isClosed).isFalse();
        assertThat(events.hasNext()).isFalse();

        assertThat(in.isClosed).isTrue();
        assertThatThrownBy(events::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void eventsComeOnce() {
        EventStream stream = stream(Frames.event("End", ""));
        stream.iterator();

        assertThatThrownBy(stream::iterator).isInstanceOf(IllegalStateException.class).hasMessageContaining("once");
    }

    @Test
    void closingTheStreamOfJavaClosesTheConnection() {
        TrackedStream in = new TrackedStream(Frames.join(Frames.event("Cont", ""), Frames.event("End", "")));

        try (var events = stream(in).stream()) {
            assertThat(events.findFirst()).contains(Map.of("Cont", Map.of()));
        }

        assertThat(in.isClosed).isTrue();
    }

    @Test
    void afterClosingThereAreNoMoreEvents() {
        EventStream stream = stream(Frames.event("Cont", ""), Frames.event("End", ""));
        Iterator<Map<String, Object>> events = stream.iterator();
        events.next();

        stream.close();
        stream.close();

        assertThat(events.hasNext()).isFalse();
    }

    @Test
    void anotherThreadMayCloseWhileOneWaits() throws Exception {
        PipedOutputStream service = new PipedOutputStream();
        CompletableFuture<Void> waits = new CompletableFuture<>();
        InputStream in = new PipedInputStream(service) {
            private volatile boolean isClosed;

            @Override
            public synchronized int read(byte[] buffer, int offset, int length) throws IOException {
                waits.complete(null);
                while (!isClosed) {
                    try {
                        wait(10);
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }
                throw new IOException("closed");
            }

            @Override
            public void close() {
                isClosed = true;
            }
        };
        EventStream stream = stream(in);
        CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(stream.iterator()::hasNext);
        waits.get(10, TimeUnit.SECONDS);

        stream.close();

        assertThat(answer.get(10, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void aReadTimeoutIsOne() {
        Iterator<Map<String, Object>> events = 
                stream(new StreamingBody(failing(new SocketTimeoutException("slow")), -1)).iterator();

        assertThatThrownBy(events::hasNext).isInstanceOf(ReadTimeoutException.class);
    }

    @Test
    void aConnectionThatBreaksSaysWhoseItWas() {
        Iterator<Map<String, Object>> events = stream(failing(new IOException("reset"))).iterator();

        assertThatThrownBy(events::hasNext).isInstanceOf(ResponseStreamingException.class)
                .hasMessage("The event stream of Test Select broke: reset");
    }

    @Test
    void anErrorInsteadOfTheStreamIsParsedAsEver() {
        byte[] content = "<Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.UTF_8);

        Map<String, Object> parsed = CODEC.parse(new RawResponse(404, new HttpHeaders(), content, new HashMap<>()));

        assertThat(parsed.get("Error")).isEqualTo(Map.of("Code", "NoSuchKey"));
    }

    private static InputStream failing(IOException failure) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw failure;
            }
        };
    }

    private static final class TrackedStream extends ByteArrayInputStream {
        private boolean isClosed;

        TrackedStream(byte[] bytes) {
            super(bytes);
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
