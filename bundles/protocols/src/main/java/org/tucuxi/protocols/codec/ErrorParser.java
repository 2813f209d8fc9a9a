package org.tucuxi.protocols.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.http.RawResponse;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.StructureShape;
import org.tucuxi.protocols.value.ValueFault;

/** Parses error responses: what the protocol says of every error first, then the members of a modelled one. */
final class ErrorParser {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorParser.class);
    private static final byte[] HTML = {'<', 'h', 't', 'm', 'l', '>'};

    private final ServiceModel service;
    private final BodyFormat format;
    private final Function<StructureShape, StructureParser> compiler;
    /** Bounded by the errors of the model. */
    private final Map<String, StructureParser> modelled = new ConcurrentHashMap<>();

    ErrorParser(ServiceModel service, BodyFormat format, Function<StructureShape, StructureParser> compiler) {
        this.service = service;
        this.format = format;
        this.compiler = compiler;
    }

    Map<String, Object> parse(RawResponse response) {
        byte[] content = Content.of(response);
        Map<String, Object> result = response.status() >= 500 && isGeneric(content) && !response.headers().contains(ErrorCode.HEADER)
                ? generic(response.status())
                : format.error(response.status(), response.headers(), content);
        @SuppressWarnings("unchecked")
        Map<String, Object> metadata = (Map<String, Object>) result.get(StructureParser.METADATA);
        ResponseMetadata.complete(metadata, response);
        addModelled(result, response);
        return result;
    }

    /** Puts the members of a modelled error on the top level. */
    void addModelled(Map<String, Object> result, RawResponse response) {
        if (!(result.get("Error") instanceof Map<?, ?> error) || !(error.get("Code") instanceof String code)) {
            return;
        }
        StructureShape shape = service.errorShape(code);
        if (shape == null && error.get("QueryErrorCode") instanceof String own) {
            // A service that once spoke query: Code is what users knew then, and the model knows the new one.
            shape = service.errorShape(own);
        }
        if (shape == null) {
            return;
        }
        addMembers(result, response, shape, code);
    }

    private void addMembers(Map<String, Object> result, RawResponse response, StructureShape shape, String code) {
        try {
            StructureParser parser = modelled.computeIfAbsent(shape.name(), name -> compiler.apply(shape));
            result.putAll(parser.parse(response, null));
        } catch (ValueFault fault) {
            // The service's error is worth more than a complaint about one of its members.
            LOG.debug("Error {} has members that do not fit its model: {}: {}", code, fault.path(), fault.getMessage());
        }
    }

    /** A proxy or a load balancer answers in HTML, or not at all; no protocol makes sense of that. */
    private static boolean isGeneric(byte[] content) {
        int pos = 0;
        while (pos < content.length && (content[pos] == ' ' || content[pos] >= 9 && content[pos] <= 13)) {
            pos++;
        }
        if (content.length - pos < HTML.length) {
            return pos == content.length;
        }
        for (int i = 0; i < HTML.length; i++) {
            if (content[pos + i] != HTML[i]) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Object> generic(int status) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("Code", Integer.toString(status));
        error.put("Message", ReasonPhrase.of(status));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("Error", error);
        result.put(StructureParser.METADATA, new LinkedHashMap<String, Object>());
        return result;
    }
}
