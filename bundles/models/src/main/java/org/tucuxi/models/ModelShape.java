package org.tucuxi.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;
import org.tucuxi.model.StructureShape;

/**
 * A shape seen through a reference. What it refers to itself is resolved when asked for and then kept: two threads
 * that ask at once may both resolve it, with equal results.
 */
class ModelShape implements Shape {

    final IndexedServiceModel model;
    private final ShapeDefinition definition;
    private final Map<String, Object> reference;

    private ModelShape(IndexedServiceModel model, ShapeDefinition definition, Map<String, Object> reference) {
        this.model = model;
        this.definition = definition;
        this.reference = reference;
    }

    static ModelShape of(IndexedServiceModel model, ShapeDefinition definition, Map<String, Object> reference) {
        return switch (definition.type()) {
            case STRUCTURE -> new Structure(model, definition, reference);
            case LIST -> new Items(model, definition, reference);
            case MAP -> new Entries(model, definition, reference);
            default -> new ModelShape(model, definition, reference);
        };
    }

    @Override
    public final String name() {
        return definition.name();
    }

    @Override
    public final ShapeType type() {
        return definition.type();
    }

    @Override
    public final Object trait(String attribute) {
        Object own = reference.get(attribute);
        return own != null ? own : definition.attributes().get(attribute);
    }

    final Shape resolve(String attribute) {
        return model.resolve(trait(attribute), "shapes", name(), '.' + attribute);
    }

    @Override
    public final String toString() {
        return type() + " " + name();
    }

    private static final class Items extends ModelShape implements ListShape {
        private volatile Shape member;

        Items(IndexedServiceModel model, ShapeDefinition definition, Map<String, Object> reference) {
            super(model, definition, reference);
        }

        @Override
        public Shape member() {
            Shape known = member;
            if (known == null) {
                known = resolve("member");
                member = known;
            }
            return known;
        }
    }

    private static final class Entries extends ModelShape implements MapShape {
        private volatile Shape key;
        private volatile Shape value;

        Entries(IndexedServiceModel model, ShapeDefinition definition, Map<String, Object> reference) {
            super(model, definition, reference);
        }

        @Override
        public Shape key() {
            Shape known = key;
            if (known == null) {
                known = resolve("key");
                key = known;
            }
            return known;
        }

        @Override
        public Shape value() {
            Shape known = value;
            if (known == null) {
                known = resolve("value");
                value = known;
            }
            return known;
        }
    }

    private static final class Structure extends ModelShape implements StructureShape {
        private final List<String> required;
        private volatile Map<String, Shape> members;

        Structure(IndexedServiceModel model, ShapeDefinition definition, Map<String, Object> reference) {
            super(model, definition, reference);
            this.required = texts(trait("required"));
        }

        private static List<String> texts(Object value) {
            if (!(value instanceof List<?> list) || list.isEmpty()) {
                return List.of();
            }
            List<String> result = new ArrayList<>(list.size());
            for (Object item : list) {
                if (item instanceof String text) {
                    result.add(text);
                }
            }
            return List.copyOf(result);
        }

        @Override
        public Map<String, Shape> members() {
            Map<String, Shape> known = members;
            if (known == null) {
                known = resolveMembers();
                members = known;
            }
            return known;
        }

        private Map<String, Shape> resolveMembers() {
            Object raw = trait("members");
            if (raw == null) {
                return Map.of();
            }
            if (!(raw instanceof Map<?, ?> references)) {
                throw model.broken("shapes", name(), ".members", "must be an object");
            }
            Map<String, Shape> result = new LinkedHashMap<>(references.size() * 2);
            references.forEach((name, reference) ->
                    result.put((String) name, model.resolve(reference, "shapes", name(), ".members." + name)));
            return Collections.unmodifiableMap(result);
        }

        @Override
        public List<String> required() {
            return required;
        }
    }
}
