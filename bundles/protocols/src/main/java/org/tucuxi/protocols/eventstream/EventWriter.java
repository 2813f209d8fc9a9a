package org.tucuxi.protocols.eventstream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.codec.BodyFormat;
import org.tucuxi.protocols.value.Blobs;
import org.tucuxi.protocols.value.ValueFault;

/** Writes events of one kind: one member of the union that the model calls an event stream. Immutable. */
final class EventWriter {

    private static final byte[] NOTHING = new byte[0];

    private final String name;
    private final byte[] wireName;
    private final StructureShape shape;
    private final List<HeaderMember> headers = new ArrayList<>();
    private final String payload;
    /** The document of the payload, or of all members; null when the payload is its bytes, or there is none. */
    private final BodyFormat.Writer document;
    private final byte[] contentType;

    /** A member that goes into the headers. */
    private record HeaderMember(String name, HeaderValues.Writer writer) {
    }

    private EventWriter(String name, StructureShape shape, BodyFormat format) {
        this.name = name;
        this.shape = shape;
        wireName = Names.ascii(name);
        String found = null;
        for (Map.Entry<String, Shape> member : shape.members().entrySet()) {
            if (member.getValue().flag("eventheader")) {
                headers.add(new HeaderMember(member.getKey(), HeaderValues.writer(member.getKey(), member.getValue())));
            } else if (member.getValue().flag("eventpayload")) {
                found = member.getKey();
            }
        }
        payload = found;
        Shape content = payload == null ? shape : shape.members().get(payload);
        if (content.type() == ShapeType.BLOB || content.type() == ShapeType.STRING) {
            document = null;
            contentType = Names.ascii(content.type() == ShapeType.BLOB ? "application/octet-stream" : "text/plain");
        } else if (payload == null && !headers.isEmpty() && headers.size() == shape.members().size()) {
            document = null;
            contentType = null;
        } else {
            document = format.payload(payload == null ? name : payload, content);
            contentType = Names.ascii(format.eventContentType());
        }
    }

    /** Compiles the writer of a member. */
    static EventWriter compile(String name, Shape member, BodyFormat format) {
        if (member instanceof StructureShape structure) {
            return new EventWriter(name, structure, format);
        }
        throw new ModelException("Member " + name + " of an event stream is no structure");
    }

    /** Writes a frame. */
    void write(FrameWriter out, Object event) {
        if (!(event instanceof Map<?, ?> members)) {
            throw ValueFault.type(event, "a map").in(name);
        }
        try {
            check(members);
            int start = out.begin();
            out.text(Names.MESSAGE_TYPE, Names.EVENT);
            out.text(Names.EVENT_TYPE, wireName);
            writeHeaders(out, members);
            byte[] content = content(members);
            if (content != null) {
                out.text(Names.CONTENT_TYPE, contentType);
            }
            out.endHeaders(start);
            out.payload(content == null ? NOTHING : content);
            out.end(start);
        } catch (ValueFault fault) {
            throw fault.in(name);
        }
    }

    private void check(Map<?, ?> members) {
        for (Object member : members.keySet()) {
            if (!(member instanceof String text) || !shape.members().containsKey(text)) {
                throw new ValueFault("expected one of the members " + String.join(", ", shape.members().keySet())
                        + ", got " + ValueFault.quoted(String.valueOf(member)));
            }
        }
        for (String required : shape.required()) {
            if (members.get(required) == null) {
                throw new ValueFault("expected the required member " + required + ", got none");
            }
        }
    }

    private void writeHeaders(FrameWriter out, Map<?, ?> members) {
        for (HeaderMember header : headers) {
            Object value = members.get(header.name);
            if (value != null) {
                try {
                    header.writer.write(out, value);
                } catch (ValueFault fault) {
                    throw fault.in(header.name);
                }
            }
        }
    }

    /** The payload of the frame; null when the event has none. */
    private byte[] content(Map<?, ?> members) {
        if (payload == null) {
            return document == null ? null : document.write(withoutHeaders(members));
        }
        Object value = members.get(payload);
        if (value == null) {
            return null;
        }
        try {
            return document == null ? Blobs.bytes(value) : document.write(value);
        } catch (ValueFault fault) {
            throw fault.in(payload);
        }
    }

    private Map<?, ?> withoutHeaders(Map<?, ?> members) {
        if (headers.isEmpty()) {
            return members;
        }
        Map<Object, Object> rest = new LinkedHashMap<>(members);
        headers.forEach(header -> rest.remove(header.name));
        return rest;
    }
}
