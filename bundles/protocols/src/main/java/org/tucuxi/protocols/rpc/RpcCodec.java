package org.tucuxi.protocols.rpc;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tucuxi.ParamValidationException;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.RawResponse;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.OperationModel;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocols.codec.BodyFormat;
import org.tucuxi.protocols.codec.HostPrefix;
import org.tucuxi.protocols.codec.ResponseParser;
import org.tucuxi.protocols.eventstream.EventStreamWriter;
import org.tucuxi.protocols.value.ValueFault;

/** The codec of one operation of a protocol that has a whole call in its body. */
public final class RpcCodec implements OperationCodec {

    private final RpcFormat format;
    private final String method;
    private final HostPrefix hostPrefix;
    /** Null for an operation without input. */
    private final BodyFormat.Writer input;
    /** Null when no member of the input is an event stream. */
    private final EventStreamWriter events;
    private final ResponseParser responses;

    /**
     * Compiles a codec.
     *
     * @param model the operation
     * @param format the documents of the protocol
     * @throws org.tucuxi.model.ModelException when the shapes make no sense to the protocol
     */
    public RpcCodec(OperationModel model, RpcFormat format) {
        this.format = format;
        method = model.httpMethod();
        hostPrefix = HostPrefix.compile(model);
        input = model.input() == null ? null : format.members(model.input());
        events = EventStreamWriter.compile(model.input(), format);
        responses = new ResponseParser(model, format, shape -> new ResultParser(shape, format, model),
                format::metadata);
    }

    @Override
    public SerializedRequest serialize(Map<String, ?> parameters) {
        SerializedRequest request = new SerializedRequest().method(method);
        if (hostPrefix != null) {
            request.hostPrefix(hostPrefix.expand(parameters));
        }
        try {
            request.body(events != null ? events(parameters)
                    : format.body(input == null ? format.withoutInput() : input.write(parameters)));
        } catch (ValueFault fault) {
            throw new ParamValidationException(
                    "Invalid value for parameter " + fault.path() + ": " + fault.getMessage());
        }
        format.address(request);
        if (events != null) {
            request.headers().put("Content-Type", EventStreamWriter.CONTENT_TYPE);
        }
        return request;
    }

    /** The members beside the stream go into its first frame. */
    private HttpBody events(Map<String, ?> parameters) {
        Map<String, Object> others = new LinkedHashMap<>(parameters);
        Object stream = others.remove(events.member());
        return events.body(stream, input.write(others));
    }

    @Override
    public Map<String, Object> parse(RawResponse response) {
        return responses.parse(response);
    }
}
