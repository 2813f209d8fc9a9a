package org.tucuxi.protocols;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;
import org.tucuxi.model.StructureShape;

/** A service model out of JSON in single quotes; the form is that of AWS's models. */
public final class TestModel implements ServiceModel {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    private final Map<String, Object> model;

    private TestModel(Map<String, Object> model) {
        this.model = model;
    }

    /** A model out of its JSON. */
    public static TestModel of(String json) {
        try {
            @SuppressWarnings("unchecked")
            Map<String, Object> model = JSON.readValue(json, Map.class);
            return new TestModel(model);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A model out of its maps. */
    public static TestModel of(Map<String, Object> model) {
        return new TestModel(model);
    }

    private static Map<String, Object> map(Object value) {
        Map<String, Object> result = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> result.put((String) key, item));
        }
        return result;
    }

    @Override
    public String serviceName() {
        return "test";
    }

    @Override
    public String serviceId() {
        return "Test";
    }

    @Override
    public String hyphenizedServiceId() {
        return "test";
    }

    @Override
    public String apiVersion() {
        return "2020-01-01";
    }

    @Override
    public String endpointPrefix() {
        return "test";
    }

    @Override
    public String signingName() {
        return "test";
    }

    @Override
    public List<String> protocols() {
        return List.of("rest-xml");
    }

    @Override
    public Map<String, Object> metadata() {
        return map(model.get("metadata"));
    }

    @Override
    public Map<String, Object> clientContextParams() {
        return Map.of();
    }

    @Override
    public List<String> operationNames() {
        return List.copyOf(map(model.get("operations")).keySet());
    }

    @Override
    public OperationModel operation(String name) {
        return operation(name, map(map(model.get("operations")).get(name)));
    }

    /** An operation that need not be in the model. */
    public OperationModel operation(String name, Map<String, Object> operation) {
        return new TestOperation(this, name, operation);
    }

    @Override
    public Shape shape(String name) {
        return map(model.get("shapes")).containsKey(name) ? resolve(Map.of("shape", name)) : null;
    }

    @Override
    public StructureShape errorShape(String code) {
        StructureShape found = null;
        for (StructureShape shape : errorShapes()) {
            found = shape.errorCode().equals(code) ? shape : found;
        }
        return found;
    }

    @Override
    public List<StructureShape> errorShapes() {
        List<StructureShape> errors = new ArrayList<>();
        for (String name : map(model.get("shapes")).keySet()) {
            if (shape(name) instanceof StructureShape structure && structure.isException()) {
                errors.add(structure);
            }
        }
        return errors;
    }

    @Override
    public Map<String, String> methodToOperation() {
        return Map.of();
    }

    @Override
    public String resolveOperation(String anyName) {
        return anyName;
    }

    private Shape resolve(Object reference) {
        Map<String, Object> traits = map(map(model.get("shapes")).get(map(reference).get("shape")));
        String name = (String) map(reference).get("shape");
        traits.putAll(map(reference));
        ShapeType type = ShapeType.of((String) traits.get("type"));
        return switch (type) {
            case STRUCTURE -> new TestStructure(this, name, type, traits);
            case LIST -> new TestList(this, name, type, traits);
            case MAP -> new TestMap(this, name, type, traits);
            default -> new TestScalar(name, type, traits);
        };
    }

    private record TestScalar(String name, ShapeType type, Map<String, Object> traits) implements Shape {
        @Override
        public Object trait(String attribute) {
            return traits.get(attribute);
        }
    }

    private record TestList(TestModel model, String name, ShapeType type, Map<String, Object> traits)
            implements ListShape {
        @Override
        public Object trait(String attribute) {
            return traits.get(attribute);
        }

        @Override
        public Shape member() {
            return model.resolve(traits.get("member"));
        }
    }

    private record TestMap(TestModel model, String name, ShapeType type, Map<String, Object> traits)
            implements MapShape {
        @Override
        public Object trait(String attribute) {
            return traits.get(attribute);
        }

        @Override
        public Shape key() {
            return model.resolve(traits.get("key"));
        }

        @Override
        public Shape value() {
            return model.resolve(traits.get("value"));
        }
    }

    private record TestStructure(TestModel model, String name, ShapeType type, Map<String, Object> traits)
            implements StructureShape {
        @Override
        public Object trait(String attribute) {
            return traits.get(attribute);
        }

        @Override
        public Map<String, Shape> members() {
            Map<String, Shape> members = new LinkedHashMap<>();
            map(traits.get("members")).forEach((key, reference) -> members.put(key, model.resolve(reference)));
            return members;
        }

        @Override
        public List<String> required() {
            return List.of();
        }
    }

    private record TestOperation(TestModel service, String name, Map<String, Object> traits) implements OperationModel {
        @Override
        public String httpMethod() {
            return (String) TestModel.map(traits.get("http")).getOrDefault("method", "POST");
        }

        @Override
        public String requestUri() {
            return (String) TestModel.map(traits.get("http")).getOrDefault("requestUri", "/");
        }

        @Override
        public StructureShape input() {
            return traits.containsKey("input") ? (StructureShape) service.resolve(traits.get("input")) : null;
        }

        @Override
        public StructureShape output() {
            return traits.containsKey("output") ? (StructureShape) service.resolve(traits.get("output")) : null;
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
}
