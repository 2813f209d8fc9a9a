package org.tucuxi.protocols.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tucuxi.http.RawResponse;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.result.StructureLayout;
import org.tucuxi.protocols.result.StructureMap;

/** Parses responses by one structure: the output of an operation, or an error. Immutable. */
@FunctionalInterface
public interface StructureParser {

    /** The member of every result that tells about the response itself. */
    String METADATA = "ResponseMetadata";

    /**
     * Parses a response.
     *
     * @param response the response
     * @param metadata the result's {@value #METADATA}, or null for an error, whose members are merged into another map
     * @return a new structure
     * @throws org.tucuxi.protocols.value.ValueFault when the response does not fit the protocol
     */
    StructureMap parse(RawResponse response, Map<String, Object> metadata);

    /**
     * The layout of results: the members of the structure, then {@value #METADATA} unless it is one of them.
     *
     * @param shape the structure, or null for an operation without output
     * @return the layout
     */
    static StructureLayout layout(StructureShape shape) {
        List<String> names = new ArrayList<>();
        if (shape != null) {
            names.addAll(shape.members().keySet());
        }
        if (!names.contains(METADATA)) {
            names.add(METADATA);
        }
        return new StructureLayout(names);
    }
}
