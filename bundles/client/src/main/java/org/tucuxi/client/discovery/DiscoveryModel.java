package org.tucuxi.client.discovery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;

/**
 * What a service's model says of endpoint discovery.
 *
 * @param operation the operation that answers endpoints
 */
record DiscoveryModel(OperationModel operation) {

    /** Trait of an operation that uses discovered endpoints. */
    static final String DISCOVERS = "endpointdiscovery";
    private static final String ANSWERS = "endpointoperation";
    private static final String IDENTIFIER = "endpointdiscoveryid";

    /** The service's discovery, or null when it has none. */
    static DiscoveryModel of(ServiceModel service) {
        for (String name : service.operationNames()) {
            OperationModel operation = service.operation(name);
            if (operation.flag(ANSWERS)) {
                return new DiscoveryModel(operation);
            }
        }
        return null;
    }

    static boolean isRequiredFor(OperationModel operation) {
        return Boolean.TRUE.equals(operation.map(DISCOVERS).get("required"));
    }

    /** Whether some operation of the service cannot do without. */
    boolean isRequiredForAny() {
        ServiceModel service = operation.service();
        return service.operationNames().stream().anyMatch(name -> isRequiredFor(service.operation(name)));
    }

    /** The parameters that choose the endpoint, also those inside of structures. */
    static Map<String, Object> identifiers(OperationModel called, Map<String, ?> params) {
        Map<String, Object> found = new LinkedHashMap<>(4);
        if (called.input() != null) {
            gather(called.input(), params, found);
        }
        return found;
    }

    private static void gather(StructureShape shape, Map<?, ?> params, Map<String, Object> found) {
        for (Map.Entry<String, Shape> member : shape.members().entrySet()) {
            Object value = params.get(member.getKey());
            if (member.getValue().flag(IDENTIFIER)) {
                // What is missing is told by the validation of the parameters, which comes next.
                if (value != null) {
                    found.put(member.getKey(), value);
                }
            } else if (member.getValue() instanceof StructureShape inner && value instanceof Map<?, ?> map) {
                gather(inner, map, found);
            }
        }
    }

    /** What the discovery is asked with, in the order of names: operation and identifiers, where it takes them. */
    Map<String, Object> question(String operationName, Map<String, Object> identifiers) {
        Map<String, Object> question = new TreeMap<>();
        StructureShape input = operation.input();
        if (input == null || identifiers.isEmpty()) {
            return question;
        }
        if (input.members().containsKey("Operation")) {
            question.put("Operation", operationName);
        }
        if (input.members().containsKey("Identifiers")) {
            question.put("Identifiers", new TreeMap<>(identifiers));
        }
        return question;
    }
}
