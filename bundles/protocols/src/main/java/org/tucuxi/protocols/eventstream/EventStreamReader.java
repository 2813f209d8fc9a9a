package org.tucuxi.protocols.eventstream;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.eventstream.EventStreamException;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.codec.BodyFormat;
import org.tucuxi.protocols.value.ValueFault;

/** Reads the events of the results of one operation. Immutable. */
public final class EventStreamReader {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreamReader.class);
    private static final int ERROR_STATUS = 400;

    private final String member;
    private final String operation;
    private final String service;
    private final BodyFormat format;
    private final EventReader[] events;

    private EventStreamReader(String member, StructureShape union, OperationModel operation, BodyFormat format) {
        this.member = member;
        this.operation = operation.name();
        this.service = operation.service().serviceId();
        this.format = format;
        this.events = union.members().entrySet().stream()
                .map(event -> EventReader.compile(event.getKey(), event.getValue(), format))
                .toArray(EventReader[]::new);
    }

    /**
     * Compiles the reader of the member that is an event stream.
     *
     * @param output the output, or null
     * @param operation the operation
     * @param format the documents of the protocol
     * @return the reader, or null when no member is an event stream
     */
    public static EventStreamReader compile(StructureShape output, OperationModel operation, BodyFormat format) {
        String member = member(output);
        return member == null ? null
                : new EventStreamReader(member, (StructureShape) output.members().get(member), operation, format);
    }

    /** The member that is an event stream, or null. */
    static String member(StructureShape shape) {
        if (shape != null && !shape.isException()) {
            for (Map.Entry<String, Shape> candidate : shape.members().entrySet()) {
                if (candidate.getValue().flag("eventstream") && candidate.getValue() instanceof StructureShape) {
                    return candidate.getKey();
                }
            }
        }
        return null;
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
     * Takes over the body of a response.
     *
     * @param response the response
     * @return its events; nothing was read of them yet
     */
    public ReceivedEvents open(RawResponse response) {
        return new ReceivedEvents(this,
                response.isStream() ? response.stream() : new ByteArrayInputStream(response.content()));
    }

    /** For messages. */
    String displayName() {
        return service + ' ' + operation;
    }

    /** The event of a frame; null for one that is newer than the model. */
    Map<String, Object> event(FrameReader frame) {
        FrameHeaders headers = frame.headers();
        int type = headers.find(Names.MESSAGE_TYPE);
        if (type >= 0 && (headers.hasValue(type, Names.EXCEPTION) || headers.hasValue(type, Names.ERROR))) {
            throw error(frame);
        }
        EventReader event = find(headers, Names.EVENT_TYPE);
        return event == null ? null : event.event(frame);
    }

    private EventReader find(FrameHeaders headers, byte[] header) {
        int index = headers.find(header);
        if (index >= 0) {
            for (EventReader event : events) {
                if (headers.hasValue(index, event.wireName())) {
                    return event;
                }
            }
        }
        return null;
    }

    private EventStreamException error(FrameReader frame) {
        FrameHeaders headers = frame.headers();
        EventReader modelled = find(headers, Names.EXCEPTION_TYPE);
        Map<String, Object> parsed = new LinkedHashMap<>();
        if (modelled != null) {
            parsed.put("Error", error(modelled.name(), modelledMessage(modelled, frame, parsed)));
            return new EventStreamException(parsed, operation, modelled.shape().name());
        }
        String code = headers.text(Names.ERROR_CODE);
        if (code == null) {
            // An exception that is newer than the model: its name says more than nothing.
            code = headers.text(Names.EXCEPTION_TYPE);
        }
        String message = headers.text(Names.ERROR_MESSAGE);
        parsed.put("Error", error(code == null ? "" : code, message == null ? unmodelledMessage(frame) : message));
        return new EventStreamException(parsed, operation, null);
    }

    private static Map<String, Object> error(String code, String message) {
        Map<String, Object> error = new LinkedHashMap<>(4);
        error.put("Code", code);
        error.put("Message", message);
        return error;
    }

    /** The service's error is worth more than a complaint about one of its members. */
    private static String modelledMessage(EventReader modelled, FrameReader frame, Map<String, Object> parsed) {
        try {
            parsed.putAll(modelled.members(frame));
        } catch (ValueFault fault) {
            LOG.debug("Event {} has members that do not fit its model: {}", fault.path(), fault.getMessage());
        }
        Object message = parsed.containsKey("Message") ? parsed.get("Message") : parsed.get("message");
        // The text of a structure as deep as the document is long would cost the square of its length.
        return message instanceof Map<?, ?> || message instanceof Iterable<?> || message == null ? "" : message.toString();
    }

    private String unmodelledMessage(FrameReader frame) {
        if (frame.payload().length == 0) {
            return "";
        }
        Map<String, Object> parsed = format.error(ERROR_STATUS, new HttpHeaders(), frame.payload());
        return parsed.get("Error") instanceof Map<?, ?> error && error.get("Message") instanceof String message
                ? message : "";
    }
}
