package org.tucuxi.protocols.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tucuxi.ClosedException;
import org.tucuxi.ParamValidationException;
import org.tucuxi.eventstream.EventQueue;
import org.tucuxi.eventstream.EventSigner;
import org.tucuxi.eventstream.EventStreamBody;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.http.UnseekableStreamException;
import org.tucuxi.model.ModelException;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocols.RestXmlProtocol;
import org.tucuxi.protocols.TestModel;

/** Parameters that are event streams. The reference removes such operations from its clients; they stay in ours. */
class EventStreamRequestTest {

    private static final TestModel MODEL = TestModel.of("""
            {'operations': {'Talk': {'input': {'shape': 'In'}}},
             'shapes': {
              'In': {'type': 'structure', 'payload': 'Events', 'members': {'Events': {'shape': 'Stream'},
                'Id': {'shape': 'S', 'location': 'header', 'locationName': 'x-id'}}},
              'Stream': {'type': 'structure', 'eventstream': true, 'members': {
                'Audio': {'shape': 'Audio'}, 'Text': {'shape': 'Text'}, 'End': {'shape': 'Empty'},
                'Marked': {'shape': 'Marked'}, 'Plain': {'shape': 'Plain'}, 'Bad': {'shape': 'Bad'}}},
              'Audio': {'type': 'structure', 'event': true, 'members': {'Chunk': {'shape': 'B', 'eventpayload': true},
                'At': {'shape': 'T', 'eventheader': true}, 'Rate': {'shape': 'I', 'eventheader': true}}},
              'Text': {'type': 'structure', 'event': true, 'members': {'Words': {'shape': 'S'},
                'Id': {'shape': 'L', 'eventheader': true}}},
              'Plain': {'type': 'structure', 'event': true, 'members': {'Note': {'shape': 'S', 'eventpayload': true}}},
              'Marked': {'type': 'structure', 'event': true, 'members': {'Flag': {'shape': 'F', 'eventheader': true}}},
              'Empty': {'type': 'structure', 'event': true, 'members': {}},
              'Bad': {'type': 'structure', 'exception': true, 'members': {}},
              'S': {'type': 'string'}, 'L': {'type': 'long'}, 'I': {'type': 'integer'}, 'B': {'type': 'blob'},
              'T': {'type': 'timestamp'}, 'F': {'type': 'boolean'}}}
            """);
    private static final OperationCodec CODEC =
            new RestXmlProtocol().compile(MODEL.operation("Talk"), CodecSettings.DEFAULTS);

    private static HttpBody body(Object events) {
        return CODEC.serialize(Map.of("Events", events)).body();
    }

    private static byte[] sent(Object... events) throws IOException {
        return body(List.of(events)).open().readAllBytes();
    }

    private static Frames event(String type) {
        return Frames.frame().text(":message-type", "event").text(":event-type", type);
    }

    @Test
    void theRequestSaysThatItIsAStream() {
        SerializedRequest request = CODEC.serialize(Map.of("Events", List.of(), "Id", "7"));

        assertThat(request.headers().get("Content-Type")).isEqualTo("application/vnd.amazon.eventstream");
        assertThat(request.headers().get("x-id")).isEqualTo("7");
        assertThat(request.body()).isInstanceOf(EventStreamBody.class);
        assertThat(request.body().length()).isEqualTo(-1);
        assertThat(request.body().isRepeatable()).isFalse();
        assertThat(request.body().isStream()).isTrue();
    }

    @Test
    void headersAndPayloadGoWhereTheModelSays() throws IOException {
        byte[] sent = sent(
                Map.of("Audio", Map.of("Chunk", new byte[] {1, 2}, "At", Instant.ofEpochSecond(2), "Rate", 8)));

        assertThat(sent).isEqualTo(event("Audio")
                .header("At", 8, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 7, (byte) -48)
                .header("Rate", 4, (byte) 0, (byte) 0, (byte) 0, (byte) 8)
                .text(":content-type", "application/octet-stream").payload(new byte[] {1, 2}).bytes());
    }

    @Test
    void whatHasNoPlaceIsTheDocument() throws IOException {
        byte[] sent = sent(Map.of("Text", Map.of("Words", "hi", "Id", 1)));

        assertThat(sent).isEqualTo(event("Text").header("Id", 5, new byte[] {0, 0, 0, 0, 0, 0, 0, 1})
                .text(":content-type", "application/xml").payload("<Text><Words>hi</Words></Text>").bytes());
    }

    @Test
    void textsAndNothingArePayloadsToo() throws IOException {
        assertThat(sent(Map.of("Plain", Map.of("Note", "grün")))).isEqualTo(event("Plain")
                .text(":content-type", "text/plain").payload("grün").bytes());
        assertThat(sent(Map.of("Marked", Map.of("Flag", true)))).isEqualTo(event("Marked").header("Flag", 0).bytes());
        assertThat(sent(Map.of("Audio", Map.of()))).isEqualTo(event("Audio").bytes());
    }

    @Test
    void everySequenceOfEventsWillDo() throws IOException {
        Map<String, ?> end = Map.of("End", Map.of());
        List<Map<String, ?>> events = List.of(end, end);
        byte[] expected = sent(end, end);

        assertThat(body(events.iterator()).open().readAllBytes()).isEqualTo(expected);
        assertThat(body(events.stream()).open().readAllBytes()).isEqualTo(expected);
        assertThat(body((Iterable<Map<String, ?>>) events::iterator).open().readAllBytes()).isEqualTo(expected);
    }

    @Test
    void noStreamAtAllIsAnEmptyOne() throws IOException {
        assertThat(CODEC.serialize(Map.of()).body().open().readAllBytes()).isEmpty();
    }

    @Test
    void anEventIsThereBeforeTheNextIsAskedFor() throws IOException {
        List<String> asked = new ArrayList<>();
        Iterator<Map<String, ?>> events = new Iterator<>() {
            @Override
            public boolean hasNext() {
                asked.add("hasNext");
                return asked.size() < 3;
            }

            @Override
            public Map<String, ?> next() {
                return Map.of("End", Map.of());
            }
        };
        InputStream in = body(events).open();
        int length = sent(Map.of("End", Map.of())).length;

        assertThat(in.read(new byte[1000])).isEqualTo(length);
        assertThat(asked).hasSize(1);
        assertThat(in.available()).isZero();
        assertThat(in.read()).isZero();
        assertThat(in.available()).isEqualTo(length - 1);
    }

    @Test
    void whatIsWrongWithAnEventIsSaidWhenItIsSent() throws IOException {
        assertWrong("Events[0]: expected an event: a map with one entry, got java.lang.Integer", 7);
        assertWrong("Events[0]: expected an event: a map with one entry, got one with 0", Map.of());
        assertWrong("Events[0]: expected one of the events Audio, Text, End, Marked, Plain, got \"Bad\"",
                Map.of("Bad", Map.of()));
        assertWrong("Events[1].Text.Id: expected a whole number", Map.of("End", Map.of()),
                Map.of("Text", Map.of("Id", "x")));
        assertWrong("Events[0].Text: expected one of the members Words, Id, got \"Word\"",
                Map.of("Text", Map.of("Word", "x")));
        assertWrong("Events[0].Text: expected a map", Map.of("Text", 5));
        assertWrong("Events[0].Audio.Rate: expected a number of", Map.of("Audio", Map.of("Rate", 5_000_000_000L)));
    }

    private static void assertWrong(String message, Object... events) throws IOException {
        InputStream in = body(List.of(events)).open();
        assertThatThrownBy(in::readAllBytes).isInstanceOf(ParamValidationException.class)
                .hasMessageContaining("Invalid value for parameter " + message);
    }

    @Test
    void whatIsNoSequenceIsRefusedAtOnce() {
        assertThatThrownBy(() -> body("text")).isInstanceOf(ParamValidationException.class)
                .hasMessageContaining("parameter Events: expected an Iterable, an Iterator or a Stream");
    }

    @Test
    void aQueueThatACallHasTakenIsRefused() {
        EventQueue queue = new EventQueue();
        body(queue);

        assertThatThrownBy(() -> body(queue)).isInstanceOf(ParamValidationException.class)
                .hasMessageContaining("Events: expected events that nobody has taken yet");
    }

    @Test
    void eventsAreSentOnce() throws IOException {
        HttpBody body = body(List.of());
        body.open();

        assertThatThrownBy(body::open).isInstanceOf(UnseekableStreamException.class).hasMessageContaining("Events");
    }

    @Test
    void closingTellsTheSource() throws IOException {
        AtomicBoolean isClosed = new AtomicBoolean();
        EventQueue queue = new EventQueue();
        InputStream ofStream = body(Stream.of(Map.of("End", Map.of())).onClose(() -> isClosed.set(true))).open();
        InputStream ofQueue = body(queue).open();

        ofStream.close();
        ofQueue.close();

        assertThat(isClosed).isTrue();
        assertThatThrownBy(() -> queue.send(Map.of())).isInstanceOf(ClosedException.class);
        assertThatThrownBy(ofQueue::read).isInstanceOf(IOException.class).hasMessageContaining("given up");
    }

    @Test
    void aCallThatNeverSendsGivesTheEventsUp() {
        EventQueue queue = new EventQueue();

        ((EventStreamBody) body(queue)).close();

        assertThatThrownBy(() -> queue.send(Map.of())).isInstanceOf(ClosedException.class);
    }

    @Test
    void aHeaderHasANameOfOneTo255Bytes() {
        for (String name : List.of("", "x".repeat(256))) {
            TestModel model = TestModel.of("{'operations': {'Talk': {'input': {'shape': 'In'}}}, 'shapes': {"
                    + "'In': {'type': 'structure', 'payload': 'Events', 'members': {'Events': {'shape': 'Stream'}}},"
                    + "'Stream': {'type': 'structure', 'eventstream': true, 'members': {'Marked': {'shape': 'M'}}},"
                    + "'M': {'type': 'structure', 'event': true, 'members': {'" + name
                    + "': {'shape': 'F', 'eventheader': true}}}, 'F': {'type': 'boolean'}}}");

            assertThatThrownBy(() -> new RestXmlProtocol().compile(model.operation("Talk"), CodecSettings.DEFAULTS))
                    .isInstanceOf(ModelException.class).hasMessageContaining("name of " + name.length() + " bytes");
        }
    }

    @Test
    void signedFramesHoldTheFrames() throws IOException {
        List<String> signed = new ArrayList<>();
        EventSigner signer = new EventSigner() {
            @Override
            public Instant now() {
                return Instant.ofEpochSecond(2);
            }

            @Override
            public byte[] sign(Instant date, ByteBuffer headers, ByteBuffer payload) {
                signed.add(headers.remaining() + " " + payload.remaining());
                byte[] signature = new byte[32];
                Arrays.fill(signature, (byte) signed.size());
                return signature;
            }
        };
        byte[] end = event("End").text(":content-type", "application/xml").payload("<Empty />").bytes();
        EventStreamBody body = (EventStreamBody) body(List.of(Map.of("End", Map.of())));

        byte[] sent = body.signedBy(signer).open().readAllBytes();

        FrameReader frames = new FrameReader(new ByteArrayInputStream(sent));
        assertThat(frames.next()).isTrue();
        assertThat(frames.headers().count()).isEqualTo(2);
        assertThat(frames.headers().value(frames.headers().find(Names.DATE))).isEqualTo(2000L);
        assertThat((byte[]) frames.headers().value(frames.headers().find(Names.SIGNATURE))).containsOnly(1).hasSize(32);
        FrameReader inner = new FrameReader(new ByteArrayInputStream(frames.payload()));
        assertThat(inner.next()).isTrue();
        assertThat(inner.headers().text(Names.EVENT_TYPE)).isEqualTo("End");
        assertThat(frames.next()).isTrue();
        assertThat(frames.payload()).isEmpty();
        assertThat((byte[]) frames.headers().value(frames.headers().find(Names.SIGNATURE))).containsOnly(2);
        assertThat(frames.next()).isFalse();
        assertThat(signed).containsExactly("15 " + end.length, "15 0");
    }
}
