package org.tucuxi.protocols.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.ParamValidationException;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocols.codec.BodyFormat;
import org.tucuxi.protocols.codec.HostPrefix;
import org.tucuxi.protocols.eventstream.EventStreamWriter;
import org.tucuxi.protocols.value.Blobs;
import org.tucuxi.protocols.value.ValueFault;

/** Serialises the requests of one operation. Immutable. */
final class RestSerializer {

    private final String method;
    private final HostPrefix hostPrefix;
    private final UriTemplate path;
    private final UriTemplate authPath;
    private final int labelCount;
    private final Map<String, InputBinding> bindings;
    private final String verbatimPath;
    private final String payload;
    /** Writes the payload member, or all body members; null when the payload is raw. */
    private final BodyFormat.Writer body;
    /** The body when nothing is to be written into it, though something could. */
    private final HttpBody absent;
    /** Null when documents need no such header. */
    private final String contentType;
    /** Null when the payload is no event stream. */
    private final EventStreamWriter events;

    RestSerializer(OperationModel operation, BodyFormat format, CodecSettings settings) {
        method = operation.httpMethod();
        hostPrefix = HostPrefix.compile(operation);
        StructureShape input = operation.input();
        if (input == null) {
            verbatimPath = operation.requestUri();
            path = null;
            authPath = null;
            labelCount = 0;
            bindings = Map.of();
            payload = null;
            body = null;
            absent = HttpBody.EMPTY;
            contentType = null;
            events = null;
            return;
        }
        verbatimPath = null;
        List<String> labels = new ArrayList<>();
        path = UriTemplate.compile(operation.requestUri(), labels);
        authPath = operation.map("http").get("authPath") instanceof String template
                ? UriTemplate.compile(template, labels) : null;
        labelCount = labels.size();
        events = EventStreamWriter.compile(input, format);
        payload = events != null ? events.member() : input.payload();
        bindings = new HashMap<>();
        input.members().forEach((name, shape) ->
                bindings.put(name, InputBinding.compile(name, shape, labels, settings, format)));
        body = body(operation.name(), input, format);
        // A union without a member is not there; any other document is an empty one (Smithy).
        boolean hasAbsent = body != null && !(payload != null
                && input.members().get(payload) instanceof StructureShape structure && structure.isUnion());
        byte[] document = hasAbsent ? format.absent() : new byte[0];
        absent = document.length == 0 ? HttpBody.EMPTY : HttpBody.of(document);
        contentType = body == null ? null : format.contentType();
    }

    private BodyFormat.Writer body(String operation, StructureShape input, BodyFormat format) {
        if (payload == null) {
            return bindings.containsValue(InputBinding.BODY) ? format.members(input) : null;
        }
        Shape shape = input.members().get(payload);
        if (shape == null) {
            throw new ModelException("The input of " + operation + " has the payload " + payload
                    + ", which is no member");
        }
        bindings.put(payload, InputBinding.PAYLOAD);
        return isRaw(shape) || events != null ? null : format.payload(payload, shape);
    }

    /** Payloads that are the body as they are. */
    static boolean isRaw(Shape shape) {
        return shape.type() == ShapeType.BLOB || shape.type() == ShapeType.STRING;
    }

    SerializedRequest serialize(Map<String, ?> parameters) {
        SerializedRequest request = new SerializedRequest().method(method);
        if (hostPrefix != null) {
            request.hostPrefix(hostPrefix.expand(parameters));
        }
        if (verbatimPath != null) {
            return request.urlPath(verbatimPath);
        }
        String[] labels = new String[labelCount];
        boolean inBody = bind(parameters, request, labels);
        request.urlPath(path.expand(labels));
        if (authPath != null) {
            request.authPath(authPath.expand(labels));
        }
        try {
            request.body(events != null ? events(parameters, request)
                    : payload != null ? payload(parameters.get(payload))
                    : inBody ? HttpBody.of(body.write(parameters)) : absent);
        } catch (ValueFault fault) {
            throw invalid(fault);
        }
        if (contentType != null && request.body() != HttpBody.EMPTY && !request.headers().contains("Content-Type")) {
            request.headers().put("Content-Type", contentType);
        }
        return request;
    }

    private HttpBody events(Map<String, ?> parameters, SerializedRequest request) {
        request.headers().put("Content-Type", EventStreamWriter.CONTENT_TYPE);
        return events.body(parameters.get(events.member()), null);
    }

    private boolean bind(Map<String, ?> parameters, SerializedRequest request, String[] labels) {
        boolean inBody = false;
        for (Map.Entry<String, ?> parameter : parameters.entrySet()) {
            if (parameter.getValue() == null) {
                continue;
            }
            InputBinding binding = bindings.get(parameter.getKey());
            if (binding == null) {
                throw new ParamValidationException("Unknown parameter in input: \"" + parameter.getKey() + '"');
            }
            try {
                inBody |= binding.bind(request, labels, parameter.getValue());
            } catch (ValueFault fault) {
                throw invalid(fault.in(parameter.getKey()));
            }
        }
        return inBody;
    }

    private HttpBody payload(Object value) {
        if (value == null) {
            return absent;
        }
        try {
            return body == null ? Blobs.body(value) : HttpBody.of(body.write(value));
        } catch (ValueFault fault) {
            throw fault.in(payload);
        }
    }

    private static ParamValidationException invalid(ValueFault fault) {
        return new ParamValidationException("Invalid value for parameter " + fault.path() + ": " + fault.getMessage());
    }
}
