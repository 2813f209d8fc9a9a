package org.tucuxi.protocols.codec;

import java.util.Map;
import org.tucuxi.http.RawResponse;
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
}
