package org.tucuxi.protocols.rest;

import java.util.Map;
import org.tucuxi.http.RawResponse;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.OperationModel;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocols.codec.BodyFormat;
import org.tucuxi.protocols.codec.ResponseMetadata;
import org.tucuxi.protocols.codec.ResponseParser;

/** The codec of one operation of a REST protocol. */
public final class RestCodec implements OperationCodec {

    private final RestSerializer serializer;
    private final ResponseParser responses;

    /**
     * Compiles a codec.
     *
     * @param model the operation
     * @param format the documents of the protocol
     * @param settings the settings
     * @throws ModelException when the shapes make no sense to the protocol
     */
    public RestCodec(OperationModel model, BodyFormat format, CodecSettings settings) {
        serializer = new RestSerializer(model, format, settings);
        responses = new ResponseParser(model, format, shape -> new OutputParser(shape, format, model),
                ResponseMetadata::ids);
    }

    @Override
    public SerializedRequest serialize(Map<String, ?> parameters) {
        return serializer.serialize(parameters);
    }

    @Override
    public Map<String, Object> parse(RawResponse response) {
        return responses.parse(response);
    }
}
