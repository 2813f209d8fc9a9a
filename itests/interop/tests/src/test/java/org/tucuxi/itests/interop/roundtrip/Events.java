package org.tucuxi.itests.interop.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Event streams seen from the server. */
final class Events {

    private final Documents documents;

    Events(Documents documents) {
        this.documents = documents;
    }

    /** One of each event that is no error. */
    static List<Map<String, Object>> samples(ModelShape stream, Samples samples) {
        List<Map<String, Object>> events = new ArrayList<>();
        stream.members().forEach((name, event) -> {
            if (!event.flag("exception")) {
                Map<String, Object> value = samples.structure(event, 1);
                events.add(new LinkedHashMap<>(Map.of(name, value == null ? Map.of() : value)));
            }
        });
        return events;
    }

    byte[] write(ModelShape stream, List<Map<String, Object>> events, byte[] initialResponse) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (initialResponse != null) {
            out.writeBytes(Frames.encode(Map.of(":message-type", "event", ":event-type", "initial-response"),
                    initialResponse));
        }
        for (Map<String, Object> event : events) {
            Map.Entry<String, Object> only = event.entrySet().iterator().next();
            out.writeBytes(frame(only.getKey(), stream.members().get(only.getKey()), (Map<?, ?>) only.getValue()));
        }
        return out.toByteArray();
    }

    private byte[] frame(String name, ModelShape event, Map<?, ?> value) throws Exception {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(":message-type", "event");
        headers.put(":event-type", name);
        byte[] payload = null;
        for (Map.Entry<String, ModelShape> member : event.members().entrySet()) {
            Object present = value.get(member.getKey());
            if (member.getValue().flag("eventheader") && present != null) {
                headers.put(member.getKey(), present instanceof Instant time ? (Object) time.toEpochMilli() : present);
            } else if (member.getValue().flag("eventpayload")) {
                payload = payload(member.getValue(), present);
            }
        }
        return Frames.encode(headers, payload != null ? payload : documents.write(name, event, value, false));
    }

    private byte[] payload(ModelShape shape, Object value) throws Exception {
        return value == null ? new byte[0]
                : value instanceof byte[] bytes ? bytes
                : value instanceof String text ? text.getBytes(StandardCharsets.UTF_8)
                : documents.write(shape.name(), shape, value, false);
    }

    /** Compares the signed frames of a request with the events that were sent. */
    void check(ModelShape stream, List<Map<String, Object>> expected, byte[] body) throws Exception {
        List<Frames> signed = Frames.decode(body);
        assertThat(signed).hasSize(expected.size() + 1)
                .allSatisfy(frame -> assertThat(frame.headers()).containsOnlyKeys(":date", ":chunk-signature"));
        assertThat(signed.get(expected.size()).payload()).as("the last frame").isEmpty();
        for (int i = 0; i < expected.size(); i++) {
            Map.Entry<String, Object> event = expected.get(i).entrySet().iterator().next();
            Frames frame = Frames.decode(signed.get(i).payload()).get(0);
            assertThat(frame.headers()).containsEntry(":event-type", event.getKey());
            check(stream.members().get(event.getKey()), (Map<?, ?>) event.getValue(), frame, event.getKey());
        }
    }

    private void check(ModelShape event, Map<?, ?> value, Frames frame, String path) throws Exception {
        for (Map.Entry<String, ModelShape> member : event.members().entrySet()) {
            Object present = value.get(member.getKey());
            if (present == null) {
                continue;
            }
            if (member.getValue().flag("eventheader")) {
                assertThat(frame.headers().get(member.getKey())).as(path + '.' + member.getKey())
                        .isEqualTo(present instanceof Instant time ? (Object) time.toEpochMilli() : present);
            } else if (member.getValue().flag("eventpayload")) {
                if (present instanceof Map<?, ?>) {
                    documents.check(member.getValue(), present, frame.payload(), false);
                } else {
                    assertThat(frame.payload()).as(path).isEqualTo(payload(member.getValue(), present));
                }
                return;
            }
        }
        if (event.members().values().stream().noneMatch(member -> member.flag("eventheader"))) {
            documents.check(event, value, frame.payload(), false);
        }
    }
}
