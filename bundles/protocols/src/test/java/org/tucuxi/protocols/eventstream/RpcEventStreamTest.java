package org.tucuxi.protocols.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.ParamValidationException;
import org.tucuxi.eventstream.EventStream;
import org.tucuxi.eventstream.EventStreamException;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.http.ResponseStreamingException;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.http.StreamingBody;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.ResponseParserException;
import org.tucuxi.protocols.TestModel;
import org.tucuxi.protocols.result.StructureLayout;
import org.tucuxi.protocols.rpc.RpcCodec;
import org.tucuxi.protocols.rpc.RpcFormat;

/** In the protocols that have a whole call in the body, the members beside the stream are in its first event. */
class RpcEventStreamTest {

    private static final TestModel MODEL = TestModel.of("""
            {'operations': {'Talk': {'input': {'shape': 'In'}, 'output': {'shape': 'Out'}}},
             'shapes': {
              'In': {'type': 'structure', 'members': {'Events': {'shape': 'Stream'}, 'Id': {'shape': 'S'}}},
              'Out': {'type': 'structure', 'members': {'Events': {'shape': 'Stream'}, 'Id': {'shape': 'S'}}},
              'Stream': {'type': 'structure', 'eventstream': true, 'members': {'Text': {'shape': 'Text'},
                'Refused': {'shape': 'Refused'}}},
              'Text': {'type': 'structure', 'event': true, 'members': {'Words': {'shape': 'S'}}},
              'Refused': {'type': 'structure', 'exception': true, 'members': {'Message': {'shape': 'S'}}},
              'S': {'type': 'string'}}}
            """);
    private static final OperationCodec CODEC = new RpcCodec(MODEL.operation("Talk"), new PlainFormat());

    private static Map<String, Object> parse(byte[]... frames) {
        return CODEC.parse(new RawResponse(200, new HttpHeaders(),
                new StreamingBody(new ByteArrayInputStream(Frames.join(frames)), -1), new HashMap<>()));
    }

    @Test
    void otherMembersThatAreTooLongForAnEventAreRefused() throws IOException {
        SerializedRequest request = CODEC.serialize(Map.of("Id", "x".repeat(FrameReader.MAX_PAYLOAD)));

        try (InputStream events = request.body().open()) {
            assertThatThrownBy(events::read).isInstanceOf(ParamValidationException.class)
                    .hasMessageContaining("beside Events").hasMessageContaining("at most " + FrameReader.MAX_PAYLOAD);
        }
    }

    @Test
    void theFirstEventHasTheOtherMembers() {
        Map<String, Object> result = parse(Frames.event("initial-response", "{\"Id\":\"7\"}"),
                Frames.event("Text", "{\"Words\":\"hi\"}"));

        EventStream stream = (EventStream) result.get("Events");
        assertThat(result).containsEntry("Id", "7").containsKey("ResponseMetadata");
        assertThat(stream.initialResponse()).isEqualTo(Map.of("Id", "7"));
        assertThat(stream.iterator().next()).isEqualTo(Map.of("Text", Map.of("Words", "hi")));
    }

    @Test
    void withoutItTheCallFails() {
        assertThatThrownBy(() -> parse(Frames.event("Text", "{}"))).isInstanceOf(ResponseParserException.class)
                .hasMessageContaining("Test Talk").hasMessageContaining("initial-response first, got another");
        assertThatThrownBy(RpcEventStreamTest::parse).isInstanceOf(ResponseParserException.class)
                .hasMessageContaining("got the end of the stream");
    }

    @Test
    void anErrorInItsPlaceIsTheErrorOfTheCall() {
        assertThatThrownBy(() -> parse(Frames.exception("Refused", "{\"Message\":\"no\"}")))
                .isInstanceOf(EventStreamException.class).hasMessageContaining("no");
    }

    @Test
    void aConnectionThatBreaksBeforeItFailsTheCall() {
        byte[] frame = Frames.event("initial-response", "{}");
        StreamingBody body = new StreamingBody(new ByteArrayInputStream(frame, 0, 5), frame.length);

        assertThatThrownBy(() -> CODEC.parse(new RawResponse(200, new HttpHeaders(), body, new HashMap<>())))
                .isInstanceOf(ResponseStreamingException.class).hasMessageContaining("5 read");
    }

    @Test
    void theOtherParametersAreSentFirst() throws IOException {
        SerializedRequest request =
                CODEC.serialize(Map.of("Id", "7", "Events", List.of(Map.of("Text", Map.of("Words", "hi")))));

        assertThat(request.headers().get("Content-Type")).isEqualTo("application/vnd.amazon.eventstream");
        assertThat(request.body().open().readAllBytes()).isEqualTo(Frames.join(
                event("initial-request").payload("{\"Id\":\"7\"}").bytes(),
                event("Text").payload("{\"Words\":\"hi\"}").bytes()));
    }

    private static Frames event(String type) {
        return Frames.frame().text(":message-type", "event").text(":event-type", type)
                .text(":content-type", "application/json");
    }

    /** JSON as it comes; what the protocols make of it is tested with them. */
    private static final class PlainFormat implements RpcFormat {

        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        public Writer members(StructureShape input) {
            return PlainFormat::write;
        }

        @Override
        public Writer payload(String member, Shape payload) {
            return PlainFormat::write;
        }

        @Override
        public Filler fill(StructureShape output, StructureLayout layout) {
            return (content, target) -> target.putAll(read(content));
        }

        @Override
        public Reader payload(Shape payload) {
            return PlainFormat::read;
        }

        private static byte[] write(Object value) {
            try {
                return JSON.writeValueAsBytes(value);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(e);
            }
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> read(byte[] content) {
            try {
                return JSON.readValue(content, Map.class);
            } catch (IOException e) {
                throw new IllegalArgumentException(e);
            }
        }

        @Override
        public Map<String, Object> error(int status, HttpHeaders headers, byte[] content) {
            return Map.of();
        }

        @Override
        public byte[] withoutInput() {
            return new byte[0];
        }

        @Override
        public void address(SerializedRequest request) {
            request.headers().put("Content-Type", "application/json");
        }

        @Override
        public Map<String, Object> metadata(HttpHeaders headers) {
            return new LinkedHashMap<>();
        }
    }
}
