package org.tucuxi.itests.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.RestXmlProtocol;
import org.tucuxi.protocols.RpcV2CborProtocol;

/** Makes event streams. */
final class EventBytes {

    private static final String[] TYPES = {"event", "event", "event", "event", "event", "exception", "error", "other",
            ""};
    private static final int[] SIZES = {0, 0, 1, 2, 4, 8, -1, -1, 8, 16};

    private final SplittableRandom random;
    private final double chaos;

    EventBytes(SplittableRandom random, double chaos) {
        this.random = random;
        this.chaos = chaos;
    }

    byte[] stream(OperationModel operation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Shape events = operation.output().members().values().stream().filter(member -> member.flag("eventstream"))
                .findFirst().orElseThrow();
        String protocol = Lab.protocol(operation.service());
        if (!protocol.startsWith("rest-") && random.nextInt(8) > 0) {
            out.writeBytes(frame(FrameBytes.headers(":message-type", "event", ":event-type", "initial-response"),
                    "{}".getBytes(StandardCharsets.US_ASCII)));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            out.writeBytes(event((StructureShape) events, protocol));
        }
        return out.toByteArray();
    }

    private byte[] event(StructureShape union, String protocol) {
        List<Map.Entry<String, Shape>> all = new ArrayList<>(union.members().entrySet());
        Map.Entry<String, Shape> event = all.get(random.nextInt(all.size()));
        String type = TYPES[random.nextInt(TYPES.length)];
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        text(headers, ":message-type", type);
        text(headers, type.equals("exception") ? ":exception-type" : ":event-type",
                random.nextDouble() < chaos ? Scalars.hostile(random) : event.getKey());
        if (type.equals("error")) {
            text(headers, ":error-code", Scalars.hostile(random));
            text(headers, ":error-message", Scalars.hostile(random));
        }
        StructureShape shape = (StructureShape) event.getValue();
        shape.members().forEach((name, member) -> {
            if (member.flag("eventheader")) {
                header(headers, name, member);
            }
        });
        if (random.nextDouble() < chaos) {
            FrameBytes.header(headers, Scalars.hostile(random).replaceAll("[^a-z]", ""), random.nextInt(256),
                    Scalars.bytes(random));
        }
        return frame(headers.toByteArray(), payload(shape, protocol));
    }

    private void header(ByteArrayOutputStream headers, String name, Shape member) {
        int type = random.nextDouble() < chaos * 4 ? random.nextInt(10) : switch (member.type()) {
            case BOOLEAN -> random.nextInt(2);
            case INTEGER -> 4;
            case LONG -> 5;
            case BLOB -> 6;
            case TIMESTAMP -> 8;
            default -> FrameBytes.TEXT;
        };
        byte[] value = new byte[SIZES[type] < 0 ? random.nextInt(30) : SIZES[type]];
        random.nextBytes(value);
        FrameBytes.header(headers, name, type, value);
    }

    private static void text(ByteArrayOutputStream headers, String name, String value) {
        FrameBytes.header(headers, name, FrameBytes.TEXT, value.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] payload(StructureShape shape, String protocol) {
        Shape root = shape;
        for (Shape member : shape.members().values()) {
            root = member.flag("eventpayload") ? member : root;
        }
        if (root.type() == ShapeType.BLOB || root.type() == ShapeType.STRING) {
            return Scalars.bytes(random);
        }
        if (protocol.equals(RestXmlProtocol.NAME)) {
            XmlDocument out = new XmlDocument(random, chaos);
            out.element("a", root, 1);
            return out.toBytes();
        }
        Sink sink = protocol.equals(RpcV2CborProtocol.NAME) ? new CborSink(random) : new JsonSink();
        new TreeDocument(random, sink, chaos).value(root, 1);
        return sink.toBytes();
    }

    /** Damage before the checksums are made gets past them. */
    private byte[] frame(byte[] headers, byte[] payload) {
        Mutation damage = new Mutation(random);
        return FrameBytes.frame(random.nextDouble() < chaos ? damage.of(headers) : headers,
                random.nextDouble() < chaos ? damage.of(payload) : payload);
    }
}
