package org.tucuxi.protocols.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.eventstream.EventStream;
import org.tucuxi.eventstream.EventStreamException;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.ResponseParserException;
import org.tucuxi.protocols.JsonProtocol;
import org.tucuxi.protocols.RestJsonProtocol;
import org.tucuxi.protocols.TestModel;

/** Event streams of json, as Kinesis's SubscribeToShard has them, and of rest-json, as Bedrock's conversations. */
class JsonEventStreamTest {

    private static final OperationCodec SUBSCRIBE = new JsonProtocol().compile(TestModel.of("""
            {'metadata': {'targetPrefix': 'Kinesis_20131202', 'jsonVersion': '1.1'},
             'operations': {'SubscribeToShard': {'input': {'shape': 'In'}, 'output': {'shape': 'Out'}}},
             'shapes': {
              'In': {'type': 'structure', 'members': {'ShardId': {'shape': 'S'}}},
              'Out': {'type': 'structure', 'members': {'EventStream': {'shape': 'Stream'}, 'Note': {'shape': 'S'}}},
              'Stream': {'type': 'structure', 'eventstream': true, 'members': {
                'SubscribeToShardEvent': {'shape': 'Event'}, 'ResourceInUseException': {'shape': 'InUse'}}},
              'Event': {'type': 'structure', 'event': true, 'members': {'Records': {'shape': 'Records'},
                'MillisBehindLatest': {'shape': 'L'}}},
              'Records': {'type': 'list', 'member': {'shape': 'Record'}},
              'Record': {'type': 'structure', 'members': {'Data': {'shape': 'B'}, 'At': {'shape': 'T'}}},
              'InUse': {'type': 'structure', 'exception': true, 'members': {'message': {'shape': 'S'}}},
              'S': {'type': 'string'}, 'L': {'type': 'long'}, 'B': {'type': 'blob'}, 'T': {'type': 'timestamp'}}}
            """).operation("SubscribeToShard"), CodecSettings.DEFAULTS);

    private static final OperationCodec CONVERSE = new RestJsonProtocol().compile(TestModel.of("""
            {'operations': {'Converse': {'http': {'method': 'POST', 'requestUri': '/model/{modelId}/converse'},
                'input': {'shape': 'In'}, 'output': {'shape': 'Out'}}},
             'shapes': {
              'In': {'type': 'structure', 'payload': 'body', 'members': {
                'modelId': {'shape': 'S', 'location': 'uri', 'locationName': 'modelId'}, 'body': {'shape': 'Stream'}}},
              'Out': {'type': 'structure', 'payload': 'stream', 'members': {'stream': {'shape': 'Stream'},
                'id': {'shape': 'S', 'location': 'header', 'locationName': 'x-id'}}},
              'Stream': {'type': 'structure', 'eventstream': true, 'members': {
                'contentBlockDelta': {'shape': 'Delta'}, 'chunk': {'shape': 'Chunk'},
                'throttlingException': {'shape': 'Throttling'}}},
              'Delta': {'type': 'structure', 'event': true, 'members': {'contentBlockIndex': {'shape': 'I'},
                'delta': {'shape': 'Text'}}},
              'Text': {'type': 'structure', 'members': {'text': {'shape': 'S'}}},
              'Chunk': {'type': 'structure', 'event': true, 'members': {'bytes': {'shape': 'B'},
                'kind': {'shape': 'S', 'eventheader': true}}},
              'Throttling': {'type': 'structure', 'exception': true, 'members': {'message': {'shape': 'S'}}},
              'S': {'type': 'string'}, 'I': {'type': 'integer'}, 'B': {'type': 'blob'}}}
            """).operation("Converse"), CodecSettings.DEFAULTS);

    private static Map<String, Object> parse(OperationCodec codec, byte[]... frames) {
        return codec.parse(new RawResponse(200, new HttpHeaders(),
                new ByteArrayInputStream(Frames.join(frames)), new HashMap<>()));
    }

    @Test
    void kinesisSendsRecordsBehindAnInitialResponse() {
        Map<String, Object> result = parse(SUBSCRIBE, Frames.event("initial-response", "{\"Note\":\"n\"}"),
                Frames.event("SubscribeToShardEvent",
                        "{\"Records\":[{\"Data\":\"aGk=\",\"At\":1.5}],\"MillisBehindLatest\":7}"),
                Frames.exception("ResourceInUseException", "{\"message\":\"taken\"}"));

        EventStream stream = (EventStream) result.get("EventStream");
        assertThat(result).containsEntry("Note", "n");
        assertThat(stream.initialResponse()).containsOnlyKeys("Note");
        Iterator<Map<String, Object>> events = stream.iterator();
        Map<?, ?> event = (Map<?, ?>) events.next().get("SubscribeToShardEvent");
        Map<?, ?> record = (Map<?, ?>) ((List<?>) event.get("Records")).get(0);
        assertThat((byte[]) record.get("Data")).asString().isEqualTo("hi");
        assertThat(record.get("At")).isEqualTo(Instant.ofEpochMilli(1500));
        assertThat(((Number) event.get("MillisBehindLatest")).longValue()).isEqualTo(7);
        assertThatThrownBy(events::next).isInstanceOfSatisfying(EventStreamException.class,
                error -> assertThat(error.response())
                        .containsEntry("Error", Map.of("Code", "ResourceInUseException", "Message", "taken")));
    }

    @Test
    void kinesisWithoutAnInitialResponseIsNotUnderstood() {
        assertThatThrownBy(() -> parse(SUBSCRIBE, Frames.event("SubscribeToShardEvent", "{}")))
                .isInstanceOf(ResponseParserException.class).hasMessageContaining("initial-response");
    }

    @Test
    void bedrockSendsPiecesOfAnAnswer() {
        Map<String, Object> result = parse(CONVERSE, Frames.event("initial-response", "{}"),
                Frames.event("contentBlockDelta",
                        "{\"contentBlockIndex\":1,\"delta\":{\"text\":\"grün\"},\"p\":\"abc\"}"),
                Frames.exception("throttlingException", "{\"message\":\"slow down\"}"));

        Iterator<Map<String, Object>> events = ((EventStream) result.get("stream")).iterator();
        assertThat(events.next()).isEqualTo(
                Map.of("contentBlockDelta", Map.of("contentBlockIndex", 1, "delta", Map.of("text", "grün"))));
        assertThatThrownBy(events::next).isInstanceOf(EventStreamException.class).hasMessageContaining("slow down");
    }

    @Test
    void anExceptionThatIsNewerThanTheModelKeepsItsMessage() {
        Map<String, Object> result = parse(CONVERSE, Frames.exception("novelException", "{\"message\":\"new\"}"));
        Iterator<Map<String, Object>> events = ((EventStream) result.get("stream")).iterator();

        assertThatThrownBy(events::next).isInstanceOfSatisfying(EventStreamException.class,
                error -> assertThat(error.response())
                        .containsEntry("Error", Map.of("Code", "novelException", "Message", "new")));
    }

    /** The text of a structure as deep as the document is long would cost the square of its length. */
    @Test
    void aStructureIsNoMessage() {
        Map<String, Object> result = parse(CONVERSE,
                Frames.exception("throttlingException", "{\"message\":{\"deep\":{\"er\":1}}}"));
        Iterator<Map<String, Object>> events = ((EventStream) result.get("stream")).iterator();

        assertThatThrownBy(events::next).isInstanceOfSatisfying(EventStreamException.class,
                error -> assertThat(error.response())
                        .containsEntry("Error", Map.of("Code", "throttlingException", "Message", "")));
    }

    @Test
    void aPayloadThatIsNoJsonSaysWhere() {
        Map<String, Object> result = parse(CONVERSE, Frames.event("contentBlockDelta", "{\"delta\":"));
        Iterator<Map<String, Object>> events = ((EventStream) result.get("stream")).iterator();

        assertThatThrownBy(events::next).isInstanceOf(ResponseParserException.class)
                .hasMessageContaining("frame 1 (byte 0), contentBlockDelta");
    }

    @Test
    void bedrockTakesPiecesOfAQuestion() throws IOException {
        byte[] bytes = "hi".getBytes(StandardCharsets.UTF_8);
        SerializedRequest request = CONVERSE.serialize(Map.of("modelId", "m",
                "body", List.of(Map.of("chunk", Map.of("bytes", bytes, "kind", "k")))));

        assertThat(request.urlPath()).isEqualTo("/model/m/converse");
        assertThat(request.headers().get("Content-Type")).isEqualTo("application/vnd.amazon.eventstream");
        assertThat(request.body().open().readAllBytes()).isEqualTo(Frames.frame().text(":message-type", "event")
                .text(":event-type", "chunk").text("kind", "k").text(":content-type", "application/json")
                .payload("{\"bytes\":\"aGk=\"}").bytes());
    }
}
