package org.tucuxi.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;

/** An operation, read when it is first asked for. */
final class ModelOperation implements OperationModel {

    private final IndexedServiceModel model;
    private final String name;
    private final Map<String, Object> attributes;
    private final Map<String, Object> http;
    private final StructureShape input;
    private final StructureShape output;
    private volatile List<StructureShape> errors;
    private volatile List<String> idempotentMembers;

    ModelOperation(IndexedServiceModel model, String name, Map<String, Object> attributes) {
        this.model = model;
        this.name = name;
        this.attributes = withoutHostLabel(attributes, model.endpointHostLabel());
        this.http = http(Trees.map(attributes, "http"), model.endpointPathLabel());
        this.input = structure("input");
        this.output = structure("output");
    }

    /**
     * The {@code http} attribute. Where the endpoint rules put a label into the endpoint (S3: the bucket), the label
     * leaves the request URI, and the whole path stays known as {@code authPath}: older signatures cover it. The
     * reference changes its model so when the first call is made; a path that is only the label ends with a slash in
     * signatures.
     */
    private static Map<String, Object> http(Map<String, Object> http, String endpointLabel) {
        if (endpointLabel == null || !(http.get("requestUri") instanceof String uri)
                || !uri.startsWith("/{" + endpointLabel + '}')) {
            return http;
        }
        String label = "/{" + endpointLabel + '}';
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        Map<String, Object> result = new LinkedHashMap<>(http);
        result.put("requestUri", uri.substring(label.length()));
        result.put("authPath", path.equals(label) ? path + '/' : path);
        return Collections.unmodifiableMap(result);
    }

    /**
     * The attributes of the operation. Where the endpoint rules put a label into the host (S3 Control: the account), the
     * prefix that is that label and nothing else is dropped; the reference deletes it when the first call is made.
     */
    private static Map<String, Object> withoutHostLabel(Map<String, Object> attributes, String endpointLabel) {
        if (endpointLabel == null
                || !('{' + endpointLabel + "}.").equals(Trees.map(attributes, "endpoint").get("hostPrefix"))) {
            return attributes;
        }
        Map<String, Object> endpoint = new LinkedHashMap<>(Trees.map(attributes, "endpoint"));
        endpoint.remove("hostPrefix");
        Map<String, Object> result = new LinkedHashMap<>(attributes);
        result.put("endpoint", Collections.unmodifiableMap(endpoint));
        return Collections.unmodifiableMap(result);
    }

    private StructureShape structure(String attribute) {
        Object reference = attributes.get(attribute);
        if (reference == null) {
            return null;
        }
        return structure(reference, '.' + attribute);
    }

    private StructureShape structure(Object reference, String path) {
        Shape shape = model.resolve(reference, "operations", name, path);
        if (shape instanceof StructureShape structure) {
            return structure;
        }
        throw model.broken("operations", name, path, "must be a structure, but " + shape.name() + " is a "
                + shape.type().name().toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public List<String> idempotentMembers() {
        List<String> known = idempotentMembers;
        if (known == null) {
            known = OperationModel.super.idempotentMembers();
            idempotentMembers = known;
        }
        return known;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ServiceModel service() {
        return model;
    }

    @Override
    public String httpMethod() {
        return http.get("method") instanceof String method ? method : "POST";
    }

    @Override
    public String requestUri() {
        return http.get("requestUri") instanceof String uri ? uri : "/";
    }

    @Override
    public StructureShape input() {
        return input;
    }

    @Override
    public StructureShape output() {
        return output;
    }

    @Override
    public List<StructureShape> errors() {
        List<StructureShape> known = errors;
        if (known == null) {
            List<StructureShape> resolved = new ArrayList<>();
            if (attributes.get("errors") instanceof List<?> references) {
                for (int i = 0; i < references.size(); i++) {
                    resolved.add(structure(references.get(i), ".errors[" + i + ']'));
                }
            }
            known = List.copyOf(resolved);
            errors = known;
        }
        return known;
    }

    @Override
    public Object trait(String attribute) {
        return attribute.equals("http") && attributes.containsKey("http") ? http : attributes.get(attribute);
    }

    @Override
    public String toString() {
        return model.serviceName() + '.' + name;
    }
}
