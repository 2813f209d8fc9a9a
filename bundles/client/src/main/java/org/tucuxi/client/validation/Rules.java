package org.tucuxi.client.validation;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tucuxi.model.ListShape;
import org.tucuxi.model.MapShape;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;

/**
 * Makes the rules of shapes. Shapes that are the same but for the place where they are referred to share a rule, so
 * that a recursive shape has one rule and not one for each level of what a user sends.
 */
final class Rules {

    private final Map<Key, Rule> known = new ConcurrentHashMap<>();

    /** What a rule depends on, next to the shape itself. */
    private record Key(String shape, Number min, boolean secret, boolean json) {
    }

    Rule of(Shape shape, boolean insideSecret) {
        boolean secret = insideSecret || shape.flag("sensitive");
        boolean json = shape.flag("jsonvalue") && "header".equals(shape.location());
        Key key = new Key(shape.name(), min(shape), secret, json);
        Rule rule = known.get(key);
        if (rule == null) {
            // not computeIfAbsent: rules of members are made lazily, but two makers at once do no harm either
            rule = make(shape, key);
            Rule other = known.putIfAbsent(key, rule);
            rule = other == null ? rule : other;
        }
        return rule;
    }

    /** Only lower bounds are checked, as in the reference; a member that goes into the host must not be empty. */
    private static Number min(Shape shape) {
        if (shape.trait("min") instanceof Number min) {
            return min;
        }
        return shape.flag("hostLabel") ? 1 : null;
    }

    private Rule make(Shape shape, Key key) {
        return switch (shape.type()) {
            case STRUCTURE -> shape.flag("eventstream") ? new EventStreamRule(key.secret)
                    : ((StructureShape) shape).isDocument() ? new DocumentRule(key.secret)
                    : new StructureRule((StructureShape) shape, this, key.secret);
            case LIST -> new ListRule((ListShape) shape, this, key.min, key.secret);
            case MAP -> new MapRule((MapShape) shape, this, key.secret);
            case STRING, CHARACTER -> key.json ? new JsonRule(key.secret) : new TextRule(key.min, key.secret);
            case INTEGER, LONG, BIG_INTEGER -> new NumberRule(false, key.min, key.secret);
            case FLOAT, DOUBLE, BIG_DECIMAL -> new NumberRule(true, key.min, key.secret);
            case BOOLEAN -> new BooleanRule(key.secret);
            case TIMESTAMP -> new TimestampRule(key.secret);
            case BLOB -> new BlobRule(key.secret);
        };
    }

    /** Whether a shape, or anything in it, is sensitive. Asked only when there is a problem to report. */
    static boolean holdsSecret(Shape shape) {
        return holdsSecret(shape, new HashSet<>());
    }

    private static boolean holdsSecret(Shape shape, Set<String> seen) {
        if (shape.flag("sensitive")) {
            return true;
        }
        if (shape instanceof ListShape list) {
            return seen.add(shape.name()) && holdsSecret(list.member(), seen);
        }
        if (shape instanceof MapShape map) {
            return seen.add(shape.name()) && (holdsSecret(map.key(), seen) || holdsSecret(map.value(), seen));
        }
        if (shape instanceof StructureShape structure && seen.add(shape.name())) {
            for (Shape member : structure.members().values()) {
                if (holdsSecret(member, seen)) {
                    return true;
                }
            }
        }
        return false;
    }
}
