package org.tucuxi.modeltool.smithy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.BooleanNode;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.NumberNode;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.node.StringNode;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.Trait;

/** Traits by their ids, as plain values: no class of a library of traits is needed, so unknown ones do no harm. */
final class Traits {

    private Traits() {
    }

    static boolean has(Shape shape, String id) {
        return shape.hasTrait(ShapeId.from(id));
    }

    /** The trait of a member, else of what it refers to. */
    static boolean has(Model model, MemberShape member, String id) {
        return member.findMemberTrait(model, id).isPresent();
    }

    /** The value of a trait: a text, a number, a boolean, a list, a map; null when the shape has none. */
    static Object value(Shape shape, String id) {
        return value(shape.findTrait(ShapeId.from(id)));
    }

    /** The value of a trait of a member, else of what it refers to. */
    static Object value(Model model, MemberShape member, String id) {
        return value(member.findMemberTrait(model, id));
    }

    private static Object value(Optional<Trait> trait) {
        return trait.map(found -> plain(found.toNode())).orElse(null);
    }

    static String text(Shape shape, String id) {
        return value(shape, id) instanceof String text ? text : null;
    }

    static String text(Model model, MemberShape member, String id) {
        return value(model, member, id) instanceof String text ? text : null;
    }

    /** The members of a trait; empty when the shape has none, or the trait has no members. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Shape shape, String id) {
        return value(shape, id) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** A node as maps, lists and scalars. */
    static Object plain(Node node) {
        if (node instanceof ObjectNode object) {
            Map<String, Object> result = new LinkedHashMap<>();
            object.getStringMap().forEach((name, value) -> result.put(name, plain(value)));
            return result;
        }
        if (node instanceof ArrayNode array) {
            return array.getElements().stream().map(Traits::plain).toList();
        }
        if (node instanceof StringNode string) {
            return string.getValue();
        }
        if (node instanceof NumberNode number) {
            return number.getValue();
        }
        return node instanceof BooleanNode flag ? flag.getValue() : null;
    }
}
