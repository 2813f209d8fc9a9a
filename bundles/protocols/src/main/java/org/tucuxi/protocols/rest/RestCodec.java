package org.tucuxi.protocols.rest;

import java.util.Map;
import org.tucuxi.http.RawResponse;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.OperationModel;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.ResponseParserException;
import org.tucuxi.protocols.result.StructureMap;
import org.tucuxi.protocols.value.ValueFault;

/** The codec of one operation of a REST protocol. */
public final class RestCodec implements OperationCodec {

    private static final int FIRST_PARSED_AS_ERROR = 301;

    private final String operation;
    private final RestSerializer serializer;
    private final OutputParser output;
    private final ErrorParser errors;

    /**
     * Compiles a codec.
     *
     * @param model the operation
     * @param format the documents of the protocol
     * @param settings the settings
     * @throws IllegalArgumentException when the settings ask for an unknown precision
     * @throws ModelException when the shapes make no sense to the protocol, or need event streams
     */
    public RestCodec(OperationModel model, BodyFormat format, CodecSettings settings) {
        String precision = settings.timestampPrecision();
        if (!"default".equals(precision) && !"millisecond".equals(precision)) {
            throw new IllegalArgumentException("The timestamp precision is " + precision
                    + "; default and millisecond are known");
        }
        if (model.hasEventStreamInput() || model.hasEventStreamOutput()) {
            throw new ModelException("Operation " + model.name() + " of " + model.service().serviceId()
                    + " is an event stream; event streams are not a part of this version");
        }
        operation = model.service().serviceId() + ' ' + model.name();
        serializer = new RestSerializer(model, format, settings);
        output = new OutputParser(model.output(), format);
        errors = new ErrorParser(model.service(), format);
    }

    @Override
    public SerializedRequest serialize(Map<String, ?> parameters) {
        return serializer.serialize(parameters);
    }

    @Override
    public Map<String, Object> parse(RawResponse response) {
        try {
            return response.status() >= FIRST_PARSED_AS_ERROR ? errors.parse(response) : success(response);
        } catch (ValueFault fault) {
            throw new ResponseParserException("Unable to parse response of " + operation
                    + (fault.path().isEmpty() ? "" : " at " + fault.path()) + ": " + fault.getMessage(), fault);
        }
    }

    private Map<String, Object> success(RawResponse response) {
        Map<String, Object> metadata = ResponseMetadata.ids(response.headers());
        ResponseMetadata.complete(metadata, response);
        StructureMap result = output.parse(response, metadata);
        if (response.status() >= 300) {
            errors.addModelled(result, response);
        }
        return result;
    }
}
