package org.tucuxi.modeltool.smithy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.neighbor.Walker;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;

/**
 * The section {@code shapes} of a service: those that its operations reach. Whoever asks for a reference puts the shape
 * on the list of what has to be written.
 */
final class Shapes {

    static final String XML_NAMESPACE = "smithy.api#xmlNamespace";
    static final String XML_NAME = "smithy.api#xmlName";
    private static final String PRELUDE = "smithy.api";
    private static final String LOCATION_NAME = "locationName";

    private final Model model;
    private final ServiceShape service;
    private final WireNames names;
    private final Map<ShapeId, String> shapeNames = new HashMap<>();
    private final Set<ShapeId> events = new HashSet<>();
    private final Map<String, Object> written = new TreeMap<>();
    private final Deque<Runnable> pending = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final ShapeBodies bodies;

    Shapes(Model model, ServiceShape service, WireNames names) {
        this.model = model;
        this.service = service;
        this.names = names;
        this.bodies = new ShapeBodies(model, names, this);
        Set<Shape> closure = new Walker(model).walkShapes(service);
        Set<String> own = new HashSet<>();
        for (Shape shape : closure) {
            if (!shape.isMemberShape() && !isPrelude(shape.getId())) {
                String name = service.getContextualName(shape);
                shapeNames.put(shape.getId(), name);
                own.add(name);
            }
            if (shape.isUnionShape() && Traits.has(shape, "smithy.api#streaming")) {
                shape.members().forEach(member -> events.add(member.getTarget()));
            }
        }
        for (Shape shape : closure) {
            if (!shape.isMemberShape() && isPrelude(shape.getId())) {
                String name = shape.getId().getName();
                shapeNames.put(shape.getId(), own.contains(name) ? "__" + name : name);
            }
        }
    }

    private static boolean isPrelude(ShapeId id) {
        return id.getNamespace().equals(PRELUDE);
    }

    Shape shape(ShapeId id) {
        return model.expectShape(id);
    }

    /** Whether a shape is an event of a stream. */
    boolean isEvent(Shape shape) {
        return events.contains(shape.getId());
    }

    /** A reference to a shape, to which its holder adds what it knows. */
    Map<String, Object> reference(ShapeId id) {
        String name = shapeNames.get(id);
        if (seen.add(name)) {
            pending.add(() -> written.put(name, bodies.convert(shape(id))));
        }
        return named(name);
    }

    /** A reference to a list whose elements have no name of their own, for they are flattened. */
    Map<String, Object> flattened(Shape list) {
        String name = shapeNames.get(list.getId()) + "Flattened";
        if (seen.add(name)) {
            pending.add(() -> written.put(name, bodies.flattenedList(list)));
        }
        return named(name);
    }

    private static Map<String, Object> named(String name) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("shape", name);
        return reference;
    }

    /** Whether an input has members in an XML body of its own. */
    boolean hasBody(ShapeId id) {
        boolean body = false;
        for (MemberShape member : shape(id).members()) {
            if (Traits.has(member, "smithy.api#httpPayload")) {
                return false;
            }
            body |= !MemberTraits.isBound(member);
        }
        return body;
    }

    /** Names the root element of an XML body: by the member that is the payload, else by the shape. */
    void root(Map<String, Object> reference, Shape shape, MemberShape payload) {
        String name = payload == null ? null : Traits.text(payload, XML_NAME);
        name = name == null ? Traits.text(shape, XML_NAME) : name;
        reference.put(LOCATION_NAME, name == null ? service.getContextualName(shape) : name);
        Object namespace = payload == null ? null : Traits.value(payload, XML_NAMESPACE);
        namespace = namespace == null ? Traits.value(shape, XML_NAMESPACE) : namespace;
        namespace = namespace == null ? Traits.value(service, XML_NAMESPACE) : namespace;
        if (namespace != null) {
            reference.put("xmlNamespace", namespace);
        }
    }

    WireNames names() {
        return names;
    }

    /** What was referred to, and what that refers to, by name. */
    Map<String, Object> all() {
        while (!pending.isEmpty()) {
            pending.poll().run();
        }
        return written;
    }
}
