package org.tucuxi.protocols.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HexFormat;
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
import org.tucuxi.protocols.RpcV2CborProtocol;
import org.tucuxi.protocols.TestModel;

class CborEventStreamTest {

    private static final TestModel MODEL = TestModel.of("""
            {'metadata': {'targetPrefix': 'Lab'},
             'operations': {'Talk': {'input': {'shape': 'Io'}, 'output': {'shape': 'Io'}}},
             'shapes': {
              'Io': {'type': 'structure', 'members': {'Events': {'shape': 'Stream'}, 'Id': {'shape': 'S'}}},
              'Stream': {'type': 'structure', 'eventstream': true, 'members': {'Text': {'shape': 'Text'},
                'Refused': {'shape': 'Refused'}}},
              'Text': {'type': 'structure', 'event': true, 'members': {'Words': {'shape': 'S'},
                'Lang': {'shape': 'S', 'eventheader': true}}},
              'Refused': {'type': 'structure', 'exception': true, 'members': {'message': {'shape': 'S'}}},
              'S': {'type': 'string'}}}
            """);
    private static final OperationCodec CODEC =
            new RpcV2CborProtocol().compile(MODEL.operation("Talk"), CodecSettings.DEFAULTS);
    /** {"Id": "7"}, {"Words": "hi"}, {"message": "no"} */
    private static final byte[] ID = HexFormat.of().parseHex("a1624964" + "6137");
    private static final byte[] WORDS = HexFormat.of().parseHex("a165576f726473" + "626869");
    private static final byte[] MESSAGE = HexFormat.of().parseHex("a1676d657373616765" + "626e6f");

    private static Frames frame(String kind, String type) {
        return Frames.frame().text(":message-type", kind).text(":" + kind + "-type", type);
    }

    @Test
    void eventsAreCborBehindAnInitialResponse() {
        byte[] frames = Frames.join(frame("event", "initial-response").payload(ID).bytes(),
                frame("event", "Text").text("Lang", "de").payload(WORDS).bytes(),
                frame("exception", "Refused").payload(MESSAGE).bytes());

        Map<String, Object> result = CODEC.parse(
                new RawResponse(200, new HttpHeaders(), new ByteArrayInputStream(frames), new HashMap<>()));

        assertThat(result).containsEntry("Id", "7");
        Iterator<Map<String, Object>> events = ((EventStream) result.get("Events")).iterator();
        assertThat(events.next()).isEqualTo(Map.of("Text", Map.of("Words", "hi", "Lang", "de")));
        assertThatThrownBy(events::next).isInstanceOfSatisfying(EventStreamException.class,
                error -> assertThat(error.response())
                        .containsEntry("Error", Map.of("Code", "Refused", "Message", "no")));
    }

    @Test
    void parametersAreCborBehindAnInitialRequest() throws IOException {
        SerializedRequest request = CODEC.serialize(
                Map.of("Id", "7", "Events", List.of(Map.of("Text", Map.of("Words", "hi", "Lang", "de")))));

        assertThat(request.headers().get("Content-Type")).isEqualTo("application/vnd.amazon.eventstream");
        assertThat(request.headers().get("Accept")).isEqualTo("application/vnd.amazon.eventstream");
        assertThat(request.body().open().readAllBytes()).isEqualTo(Frames.join(
                frame("event", "initial-request").text(":content-type", "application/cbor").payload(ID).bytes(),
                frame("event", "Text").text("Lang", "de").text(":content-type", "application/cbor").payload(WORDS)
                        .bytes()));
    }
}
