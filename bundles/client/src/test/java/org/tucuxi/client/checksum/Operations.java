package org.tucuxi.client.checksum;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.client.validation.Models;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.StructureShape;

/** Operations whose models say something of their bodies. */
public record Operations(Map<String, Object> traits, StructureShape input) implements OperationModel {

    /**
     * An operation.
     *
     * @param traits its attributes
     * @param headers the parameters that become headers, by name
     * @param payload the attributes of the streamed blob, or null when there is none
     * @return the operation
     */
    public static OperationModel of(Map<String, Object> traits, Map<String, String> headers, Map<String, Object> payload) {
        Map<String, Map<String, Object>> shapes = new LinkedHashMap<>();
        Map<String, Object> members = new LinkedHashMap<>();
        shapes.put("Text", Map.of("type", "string"));
        headers.forEach((member, header) -> members.put(member,
                Map.of("shape", "Text", "location", "header", "locationName", header)));
        Map<String, Object> input = new LinkedHashMap<>(Map.of("type", "structure", "members", members));
        if (payload != null) {
            Map<String, Object> blob = new LinkedHashMap<>(payload);
            blob.put("type", "blob");
            shapes.put("Payload", blob);
            members.put("Body", Map.of("shape", "Payload"));
            input.put("payload", "Body");
        }
        shapes.put("Input", input);
        return new Operations(traits, Models.structure(shapes, "Input"));
    }

    @Override
    public String name() {
        return "Operation";
    }

    @Override
    public ServiceModel service() {
        throw new AssertionError("not asked for here");
    }

    @Override
    public String httpMethod() {
        return "PUT";
    }

    @Override
    public String requestUri() {
        return "/";
    }

    @Override
    public StructureShape output() {
        return null;
    }

    @Override
    public List<StructureShape> errors() {
        return List.of();
    }

    @Override
    public Object trait(String attribute) {
        return traits.get(attribute);
    }
}
