package org.tucuxi.protocols.rest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.http.StreamingBody;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.codec.BodyFormat;
import org.tucuxi.protocols.codec.Content;
import org.tucuxi.protocols.codec.StructureParser;
import org.tucuxi.protocols.eventstream.EventStreamReader;
import org.tucuxi.protocols.result.StructureLayout;
import org.tucuxi.protocols.result.StructureMap;
import org.tucuxi.protocols.value.ValueFault;

/** Parses responses whose members are in status, headers and body. */
final class OutputParser implements StructureParser {

    private final StructureLayout layout;
    private final OutputBinding[] bindings;
    private final BodyFormat.Filler members;
    private final String payload;
    private final int payloadIndex;
    private final ShapeType payloadType;
    private final BodyFormat.Reader payloadReader;
    /** Null when the payload is no event stream. */
    private final EventStreamReader events;

    /** Compiles the parser; {@code shape} is null for an operation without output. */
    OutputParser(StructureShape shape, BodyFormat format, OperationModel operation) {
        layout = StructureParser.layout(shape);
        bindings = shape == null ? new OutputBinding[0] : bindings(shape, layout, format);
        events = EventStreamReader.compile(shape, operation, format);
        payload = shape == null ? null : events != null ? events.member() : shape.payload();
        if (payload == null) {
            members = shape == null ? null : format.fill(shape, layout);
            payloadIndex = -1;
            payloadType = null;
            payloadReader = null;
            return;
        }
        Shape member = shape.members().get(payload);
        if (member == null) {
            throw new ModelException("Structure " + shape.name() + " has the payload " + payload
                    + ", which is no member");
        }
        members = null;
        payloadIndex = layout.indexOf(payload);
        payloadType = member.type();
        payloadReader = events != null || RestSerializer.isRaw(member) ? null : format.payload(member);
    }

    private static OutputBinding[] bindings(StructureShape shape, StructureLayout layout, BodyFormat format) {
        List<OutputBinding> result = new ArrayList<>();
        for (Map.Entry<String, Shape> member : shape.members().entrySet()) {
            OutputBinding binding =
                    OutputBinding.compile(member.getKey(), member.getValue(), layout.indexOf(member.getKey()), format);
            if (binding != null) {
                result.add(binding);
            }
        }
        return result.toArray(OutputBinding[]::new);
    }

    @Override
    public StructureMap parse(RawResponse response, Map<String, Object> metadata) {
        StructureMap result = new StructureMap(layout);
        if (metadata != null) {
            result.put(METADATA, metadata);
        }
        for (OutputBinding binding : bindings) {
            binding.read(response.status(), response.headers(), result);
        }
        if (members != null) {
            members.read(Content.of(response), result);
        } else if (payload != null) {
            try {
                readPayload(response, result);
            } catch (ValueFault fault) {
                throw fault.in(payload);
            }
        }
        return result;
    }

    private void readPayload(RawResponse response, StructureMap result) {
        if (events != null) {
            result.putAt(payloadIndex, events.open(response));
            return;
        }
        if (payloadType == ShapeType.BLOB && response.isStream()) {
            result.putAt(payloadIndex, response.stream() instanceof StreamingBody body ? body
                    : new StreamingBody(response.stream(), contentLength(response.headers())));
            return;
        }
        byte[] content = Content.of(response);
        if (payloadType == ShapeType.BLOB) {
            // Bytes that are not there are no member (Smithy's httpPayload); a stream always is one.
            if (content.length > 0) {
                result.putAt(payloadIndex, content);
            }
        } else if (payloadType == ShapeType.STRING) {
            result.putAt(payloadIndex, text(content));
        } else {
            Object value = payloadReader.read(content);
            if (value != null) {
                result.putAt(payloadIndex, value);
            }
        }
    }

    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            throw new ValueFault("expected UTF-8 text, got bytes that are none");
        }
    }

    private static long contentLength(HttpHeaders headers) {
        String length = headers.get("content-length");
        try {
            return length == null ? -1 : Math.max(-1, Long.parseLong(length.strip()));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
