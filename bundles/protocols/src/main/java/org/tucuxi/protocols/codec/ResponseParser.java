package org.tucuxi.protocols.codec;

import java.util.Map;
import java.util.function.Function;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.RawResponse;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocol.ResponseParserException;
import org.tucuxi.protocols.result.StructureMap;
import org.tucuxi.protocols.value.ValueFault;

/** Parses the responses of one operation: a result below status 301, an error from there on. */
public final class ResponseParser {

    private static final int FIRST_PARSED_AS_ERROR = 301;
    private static final int FIRST_RAISED_AS_ERROR = 300;

    private final String operation;
    private final StructureParser output;
    private final Function<HttpHeaders, Map<String, Object>> metadata;
    private final ErrorParser errors;

    /**
     * Compiles the parser.
     *
     * @param model the operation
     * @param format the documents of the protocol
     * @param compiler compiles the parser of a structure; it gets null for an operation without output
     * @param metadata what the headers of a success add to {@code ResponseMetadata}: a new map
     */
    public ResponseParser(OperationModel model, BodyFormat format, Function<StructureShape, StructureParser> compiler,
            Function<HttpHeaders, Map<String, Object>> metadata) {
        this.operation = model.service().serviceId() + ' ' + model.name();
        this.output = compiler.apply(model.output());
        this.metadata = metadata;
        this.errors = new ErrorParser(model.service(), format, compiler);
    }

    /**
     * Parses a response.
     *
     * @param response the response
     * @return the result or error, with {@code ResponseMetadata}
     * @throws ResponseParserException when the response does not fit the protocol
     */
    public Map<String, Object> parse(RawResponse response) {
        try {
            return response.status() >= FIRST_PARSED_AS_ERROR ? errors.parse(response) : success(response);
        } catch (ValueFault fault) {
            throw new ResponseParserException("Unable to parse response of " + operation
                    + (fault.path().isEmpty() ? "" : " at " + fault.path()) + ": " + fault.getMessage(), fault);
        }
    }

    private Map<String, Object> success(RawResponse response) {
        Map<String, Object> about = metadata.apply(response.headers());
        StructureMap result = output.parse(response, about);
        ResponseMetadata.complete(about, response);
        if (response.status() >= FIRST_RAISED_AS_ERROR) {
            errors.addModelled(result, response);
        }
        return result;
    }
}
