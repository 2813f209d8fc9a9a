package org.tucuxi.protocols.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tucuxi.http.RawResponse;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.codec.BodyFormat;
import org.tucuxi.protocols.codec.Content;
import org.tucuxi.protocols.codec.StructureParser;
import org.tucuxi.protocols.result.StructureLayout;
import org.tucuxi.protocols.result.StructureMap;

/** Parses responses whose members are all in the body. */
final class ResultParser implements StructureParser {

    private final StructureLayout layout;
    private final BodyFormat.Filler members;

    /** Compiles the parser; {@code shape} is null for an operation without output. */
    ResultParser(StructureShape shape, BodyFormat format) {
        List<String> names = new ArrayList<>();
        if (shape != null) {
            names.addAll(shape.members().keySet());
        }
        if (!names.contains(METADATA)) {
            names.add(METADATA);
        }
        layout = new StructureLayout(names);
        members = format.fill(shape, layout);
    }

    @Override
    public StructureMap parse(RawResponse response, Map<String, Object> metadata) {
        StructureMap result = new StructureMap(layout);
        if (metadata != null) {
            result.put(METADATA, metadata);
        }
        members.read(Content.of(response), result);
        return result;
    }
}
