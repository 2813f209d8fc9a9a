package org.tucuxi.protocols.eventstream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.codec.BodyFormat;
import org.tucuxi.protocols.codec.StructureParser;
import org.tucuxi.protocols.result.StructureLayout;
import org.tucuxi.protocols.result.StructureMap;
import org.tucuxi.protocols.value.ValueFault;

/** Reads events of one kind: one member of the union that the model calls an event stream. Immutable. */
final class EventReader {

    private final String name;
    private final byte[] wireName;
    private final StructureShape shape;
    private final StructureLayout named;
    private final StructureLayout layout;
    private final HeaderMember[] headers;
    private final Payload payload;

    /** A member that is in the headers. */
    private record HeaderMember(byte[] wireName, Shape shape, int index) {
    }

    /** Reads the payload of a frame into the members of its event. */
    @FunctionalInterface
    private interface Payload {
        void read(byte[] content, StructureMap target);
    }

    private EventReader(String name, StructureShape shape, BodyFormat format) {
        this.name = name;
        this.shape = shape;
        wireName = Names.ascii(name);
        named = new StructureLayout(List.of(name));
        List<String> members = new ArrayList<>(shape.members().keySet());
        if (!members.contains(StructureParser.METADATA)) {
            // Formats may rely on a place for it.
            members.add(StructureParser.METADATA);
        }
        layout = new StructureLayout(members);
        headers = headers(shape, layout);
        payload = payload(shape, layout, format);
    }

    /** Compiles the reader of a member. */
    static EventReader compile(String name, Shape member, BodyFormat format) {
        if (member instanceof StructureShape structure) {
            return new EventReader(name, structure, format);
        }
        throw new ModelException("Member " + name + " of an event stream is no structure");
    }

    private static HeaderMember[] headers(StructureShape shape, StructureLayout layout) {
        List<HeaderMember> result = new ArrayList<>();
        shape.members().forEach((member, type) -> {
            if (type.flag("eventheader")) {
                result.add(new HeaderMember(Names.ascii(member), type, layout.indexOf(member)));
            }
        });
        return result.toArray(HeaderMember[]::new);
    }

    private static Payload payload(StructureShape shape, StructureLayout layout, BodyFormat format) {
        for (Map.Entry<String, Shape> member : shape.members().entrySet()) {
            if (member.getValue().flag("eventpayload")) {
                return payload(member.getKey(), member.getValue(), layout.indexOf(member.getKey()), format);
            }
        }
        return format.fill(shape, layout)::read;
    }

    private static Payload payload(String member, Shape shape, int index, BodyFormat format) {
        switch (shape.type()) {
            case BLOB:
                return (content, target) -> target.putAt(index, content);
            case STRING:
                return (content, target) -> target.putAt(index, new String(content, StandardCharsets.UTF_8));
            default:
                BodyFormat.Reader reader = format.payload(shape);
                return (content, target) -> {
                    try {
                        Object value = reader.read(content);
                        if (value != null) {
                            target.putAt(index, value);
                        }
                    } catch (ValueFault fault) {
                        throw fault.in(member);
                    }
                };
        }
    }

    String name() {
        return name;
    }

    byte[] wireName() {
        return wireName;
    }

    StructureShape shape() {
        return shape;
    }

    /** The members of an event. */
    StructureMap members(FrameReader frame) {
        StructureMap result = new StructureMap(layout);
        for (HeaderMember header : headers) {
            int index = frame.headers().find(header.wireName);
            if (index >= 0) {
                result.putAt(header.index, HeaderValues.read(frame.headers(), index, header.shape));
            }
        }
        try {
            payload.read(frame.payload(), result);
        } catch (ValueFault fault) {
            throw fault.in(name);
        }
        return result;
    }

    /** An event: its name and its members. */
    StructureMap event(FrameReader frame) {
        StructureMap result = new StructureMap(named);
        result.putAt(0, members(frame));
        return result;
    }
}
