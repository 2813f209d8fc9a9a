package org.tucuxi.protocols.rpc;

import java.util.Map;
import org.tucuxi.http.RawResponse;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.codec.BodyFormat;
import org.tucuxi.protocols.codec.Content;
import org.tucuxi.protocols.codec.StructureParser;
import org.tucuxi.protocols.eventstream.EventStreamReader;
import org.tucuxi.protocols.eventstream.ReceivedEvents;
import org.tucuxi.protocols.result.StructureLayout;
import org.tucuxi.protocols.result.StructureMap;

/** Parses responses whose members are all in the body. */
final class ResultParser implements StructureParser {

    private final StructureLayout layout;
    private final BodyFormat.Filler members;
    /** Null when no member is an event stream. */
    private final EventStreamReader events;

    /** Compiles the parser; {@code shape} is null for an operation without output. */
    ResultParser(StructureShape shape, BodyFormat format, OperationModel operation) {
        layout = StructureParser.layout(shape);
        members = format.fill(shape, layout);
        events = EventStreamReader.compile(shape, operation, format);
    }

    @Override
    public StructureMap parse(RawResponse response, Map<String, Object> metadata) {
        StructureMap result = new StructureMap(layout);
        if (metadata != null) {
            result.put(METADATA, metadata);
        }
        if (events == null) {
            members.read(Content.of(response), result);
        } else {
            readEvents(response, result);
        }
        return result;
    }

    /** The members beside the stream are in its first frame. */
    private void readEvents(RawResponse response, StructureMap result) {
        ReceivedEvents stream = events.open(response);
        StructureMap initial = new StructureMap(layout);
        stream.readInitial(members, initial);
        result.putAll(initial);
        result.put(events.member(), stream);
    }
}
