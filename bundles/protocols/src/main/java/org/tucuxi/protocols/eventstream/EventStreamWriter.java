package org.tucuxi.protocols.eventstream;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.BaseStream;
import org.tucuxi.ParamValidationException;
import org.tucuxi.eventstream.EventStreamBody;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.codec.BodyFormat;
import org.tucuxi.protocols.value.ValueFault;

/** Writes the events of the requests of one operation. Immutable. */
public final class EventStreamWriter {

    /** The media type of requests that are event streams. */
    public static final String CONTENT_TYPE = "application/vnd.amazon.eventstream";

    private static final String EXPECTED = "an Iterable, an Iterator or a Stream of events, such as an EventQueue";

    private final String member;
    private final byte[] documentType;
    private final Map<String, EventWriter> events = new LinkedHashMap<>();

    private EventStreamWriter(String member, StructureShape union, BodyFormat format) {
        this.member = member;
        this.documentType = Names.ascii(format.eventContentType());
        union.members().forEach((name, shape) -> {
            // Errors are what services send.
            if (!shape.flag("exception")) {
                events.put(name, EventWriter.compile(name, shape, format));
            }
        });
    }

    /**
     * Compiles the writer of the member that is an event stream.
     *
     * @param input the input, or null
     * @param format the documents of the protocol
     * @return the writer, or null when no member is an event stream
     */
    public static EventStreamWriter compile(StructureShape input, BodyFormat format) {
        String member = EventStreamReader.member(input);
        return member == null ? null
                : new EventStreamWriter(member, (StructureShape) input.members().get(member), format);
    }

    /**
     * The member that is the stream.
     *
     * @return its name
     */
    public String member() {
        return member;
    }

    /**
     * Makes a body of events.
     *
     * @param value the events; null for none
     * @param initial the document to send before the events, or null
     * @return the body; it can be opened once
     * @throws ValueFault when the value is no sequence of events
     */
    public EventStreamBody body(Object value, byte[] initial) {
        Runnable end = value instanceof BaseStream<?, ?> stream ? stream::close : null;
        try {
            return new OutgoingEvents(this, iterator(value), end, initial);
        } catch (IllegalStateException e) {
            // What comes once was given to a call before.
            throw new ValueFault("expected events that nobody has taken yet: " + e.getMessage()).in(member);
        }
    }

    private Iterator<?> iterator(Object value) {
        if (value == null) {
            return Collections.emptyIterator();
        }
        if (value instanceof Iterable<?> events) {
            return events.iterator();
        }
        if (value instanceof BaseStream<?, ?> stream) {
            return stream.iterator();
        }
        if (value instanceof Iterator<?> events) {
            return events;
        }
        throw ValueFault.type(value, EXPECTED).in(member);
    }

    /** Writes the parameters beside the events; that they are too long for a frame is only now seen. */
    void writeInitial(FrameWriter out, byte[] document) {
        try {
            int start = out.begin();
            out.text(Names.MESSAGE_TYPE, Names.EVENT);
            out.text(Names.EVENT_TYPE, Names.INITIAL_REQUEST);
            out.text(Names.CONTENT_TYPE, documentType);
            out.endHeaders(start);
            out.payload(document);
            out.end(start);
        } catch (ValueFault fault) {
            throw new ParamValidationException("Invalid values for the parameters beside " + member + ": "
                    + fault.getMessage());
        }
    }

    /** Writes an event; a fault of it is one of the parameters, which were only now there to be looked at. */
    void write(FrameWriter out, Object event, int index) {
        try {
            write(out, event);
        } catch (ValueFault fault) {
            ValueFault placed = fault.at(index).in(member);
            throw new ParamValidationException("Invalid value for parameter " + placed.path() + ": "
                    + placed.getMessage());
        }
    }

    private void write(FrameWriter out, Object event) {
        if (!(event instanceof Map<?, ?> map)) {
            throw ValueFault.type(event, "an event: a map with one entry");
        }
        if (map.size() != 1) {
            throw new ValueFault("expected an event: a map with one entry, got one with " + map.size());
        }
        Map.Entry<?, ?> entry = map.entrySet().iterator().next();
        EventWriter writer = entry.getKey() instanceof String name ? events.get(name) : null;
        if (writer == null) {
            throw new ValueFault("expected one of the events " + String.join(", ", events.keySet()) + ", got "
                    + ValueFault.quoted(String.valueOf(entry.getKey())));
        }
        writer.write(out, entry.getValue());
    }
}
