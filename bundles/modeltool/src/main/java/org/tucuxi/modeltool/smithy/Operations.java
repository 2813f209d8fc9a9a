package org.tucuxi.modeltool.smithy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;

/** The section {@code operations} of a service. */
final class Operations {

    private static final ShapeId UNIT = ShapeId.from("smithy.api#Unit");
    private static final String AUTH = "auth";

    private final ServiceShape service;
    private final WireNames names;
    private final Shapes shapes;
    /** The operation that tells endpoints, and null when the service does not tell any. */
    private final String discovery;

    Operations(ServiceShape service, WireNames names, Shapes shapes) {
        this.service = service;
        this.names = names;
        this.shapes = shapes;
        this.discovery = (String) Traits.map(service, "aws.api#clientEndpointDiscovery").get("operation");
    }

    Map<String, Object> convert(OperationShape operation) {
        Map<String, Object> result = new LinkedHashMap<>();
        String name = operation.getId().getName(service);
        result.put("name", name);
        result.put("http", http(operation, name));
        if (!operation.getInputShape().equals(UNIT)) {
            result.put("input", input(operation.getInputShape()));
        }
        if (!operation.getOutputShape().equals(UNIT)) {
            result.put("output", output(operation.getOutputShape(), name));
        }
        List<Object> errors = errors(operation);
        if (!errors.isEmpty()) {
            result.put("errors", errors);
        }
        authentication(operation, result);
        endpoint(operation, result);
        transfer(operation, result);
        for (String flag : List.of("idempotent", "readonly", "deprecated")) {
            if (Traits.has(operation, "smithy.api#" + flag)) {
                result.put(flag, true);
            }
        }
        return result;
    }

    private Map<String, Object> http(OperationShape operation, String name) {
        Map<String, Object> trait = names.isRest() ? Traits.map(operation, "smithy.api#http") : Map.of();
        Map<String, Object> http = new LinkedHashMap<>();
        http.put("method", trait.getOrDefault("method", "POST"));
        http.put("requestUri", requestUri(String.valueOf(trait.getOrDefault("uri", "/")), name));
        if (trait.get("code") instanceof Number code) {
            http.put("responseCode", code.intValue());
        }
        return http;
    }

    /** Without the literal that only names the operation for the sake of logs. */
    private static String requestUri(String uri, String operation) {
        int query = uri.indexOf('?');
        if (query < 0) {
            return uri;
        }
        List<String> literals = new ArrayList<>(List.of(uri.substring(query + 1).split("&")));
        literals.remove("x-id=" + operation);
        return uri.substring(0, query) + (literals.isEmpty() ? "" : "?" + String.join("&", literals));
    }

    private Map<String, Object> input(ShapeId id) {
        Map<String, Object> reference = shapes.reference(id);
        if (names.preferred().equals("rest-xml") && shapes.hasBody(id)) {
            shapes.root(reference, shapes.shape(id), null);
        }
        return reference;
    }

    private Map<String, Object> output(ShapeId id, String operation) {
        Map<String, Object> reference = shapes.reference(id);
        if (names.protocols().contains("query")) {
            reference.put("resultWrapper", operation + "Result");
        }
        return reference;
    }

    private List<Object> errors(OperationShape operation) {
        Set<ShapeId> ids = new LinkedHashSet<>(operation.getErrorsSet());
        ids.addAll(service.getErrorsSet());
        List<Object> errors = new ArrayList<>();
        ids.forEach(id -> errors.add(shapes.reference(id)));
        return errors;
    }

    private static void authentication(OperationShape operation, Map<String, Object> result) {
        Object auth = Traits.value(operation, "smithy.api#auth");
        boolean none = auth instanceof List<?> schemes && schemes.isEmpty();
        if (none || Traits.has(operation, "smithy.api#optionalAuth")) {
            result.put("authtype", "none");
            result.put(AUTH, List.of("smithy.api#noAuth"));
        } else if (auth != null) {
            result.put(AUTH, auth);
        }
        if (Traits.has(operation, "aws.auth#unsignedPayload")) {
            result.put("authtype", "v4-unsigned-body");
            result.put("unsignedPayload", true);
        }
    }

    private void endpoint(OperationShape operation, Map<String, Object> result) {
        Map<String, Object> endpoint = Traits.map(operation, "smithy.api#endpoint");
        if (!endpoint.isEmpty()) {
            result.put("endpoint", Map.of("hostPrefix", endpoint.get("hostPrefix")));
        }
        copy(operation, "smithy.rules#staticContextParams", result, "staticContextParams");
        copy(operation, "smithy.rules#operationContextParams", result, "operationContextParams");
        if (operation.getId().toString().equals(discovery)) {
            result.put("endpointoperation", true);
        }
        if (Traits.has(operation, "aws.api#clientDiscoveredEndpoint")) {
            boolean required =
                    Boolean.TRUE.equals(Traits.map(operation, "aws.api#clientDiscoveredEndpoint").get("required"));
            result.put("endpointdiscovery", required ? Map.of("required", true) : Map.of());
        }
    }

    private static void transfer(OperationShape operation, Map<String, Object> result) {
        copy(operation, "aws.protocols#httpChecksum", result, "httpChecksum");
        copy(operation, "smithy.api#requestCompression", result, "requestcompression");
        if (Traits.has(operation, "smithy.api#httpChecksumRequired")) {
            result.put("httpChecksumRequired", true);
        }
    }

    private static void copy(Shape from, String trait, Map<String, Object> result, String name) {
        Object value = Traits.value(from, trait);
        if (value != null) {
            result.put(name, value);
        }
    }
}
