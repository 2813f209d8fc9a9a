package org.tucuxi.client.validation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;
import org.tucuxi.model.StructureShape;

/** Shapes from a map of definitions, resolved lazily and made anew at each reference, as real models do. */
public final class Models {

    private Models() {
    }

    /**
     * A structure.
     *
     * @param definitions shapes by name
     * @param name which of them
     * @return the shape
     */
    public static StructureShape structure(Map<String, Map<String, Object>> definitions, String name) {
        return (StructureShape) shape(definitions, Map.of("shape", name));
    }

    private static Shape shape(Map<String, Map<String, Object>> definitions, Map<String, Object> reference) {
        String name = (String) reference.get("shape");
        Map<String, Object> traits = new LinkedHashMap<>(definitions.get(name));
        traits.putAll(reference);
        ShapeType type = ShapeType.of((String) traits.get("type"));
        return switch (type) {
            case STRUCTURE -> new Structure(definitions, name, traits);
            case LIST -> new Listed(definitions, name, traits);
            case MAP -> new Mapped(definitions, name, traits);
            default -> new Scalar(name, type, traits);
        };
    }

    @SuppressWarnings("unchecked")
    private static Shape part(Map<String, Map<String, Object>> definitions, Map<String, Object> traits, String part) {
        return shape(definitions, (Map<String, Object>) traits.get(part));
    }

    private record Scalar(String name, ShapeType type, Map<String, Object> traits) implements Shape {
        @Override
        public Object trait(String attribute) {
            return traits.get(attribute);
        }
    }

    private record Listed(Map<String, Map<String, Object>> definitions, String name, Map<String, Object> traits)
            implements ListShape {
        @Override
        public ShapeType type() {
            return ShapeType.LIST;
        }

        @Override
        public Object trait(String attribute) {
            return traits.get(attribute);
        }

        @Override
        public Shape member() {
            return part(definitions, traits, "member");
        }
    }

    private record Mapped(Map<String, Map<String, Object>> definitions, String name, Map<String, Object> traits)
            implements MapShape {
        @Override
        public ShapeType type() {
            return ShapeType.MAP;
        }

        @Override
        public Object trait(String attribute) {
            return traits.get(attribute);
        }

        @Override
        public Shape key() {
            return part(definitions, traits, "key");
        }

        @Override
        public Shape value() {
            return part(definitions, traits, "value");
        }
    }

    private record Structure(Map<String, Map<String, Object>> definitions, String name, Map<String, Object> traits)
            implements StructureShape {
        @Override
        public ShapeType type() {
            return ShapeType.STRUCTURE;
        }

        @Override
        public Object trait(String attribute) {
            return traits.get(attribute);
        }

        @Override
        @SuppressWarnings("unchecked")
        public Map<String, Shape> members() {
            Map<String, Shape> members = new LinkedHashMap<>();
            ((Map<String, Map<String, Object>>) traits.getOrDefault("members", Map.of()))
                    .forEach((member, reference) -> members.put(member, shape(definitions, reference)));
            return members;
        }

        @Override
        @SuppressWarnings("unchecked")
        public List<String> required() {
            return (List<String>) traits.getOrDefault("required", List.of());
        }
    }
}
