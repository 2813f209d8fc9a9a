package org.tucuxi.client;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;

/** Finds the member of a structure that a record's component stands for. */
final class RecordMembers {

    /** A component of this name stands for {@code ResponseMetadata}, which no model names. */
    static final String METADATA = "ResponseMetadata";

    private RecordMembers() {
    }

    /**
     * The member's name: the component's own, ignoring case. An underscore at the end is left out where no member has it:
     * some members are named like words that Java keeps for itself.
     */
    static String member(StructureShape shape, RecordComponent component, BindingPlace place, boolean isResult) {
        String name = component.getName();
        Map<String, Shape> members = shape == null ? Map.of() : shape.members();
        String found = find(members, name);
        if (found == null && name.endsWith("_")) {
            found = find(members, name.substring(0, name.length() - 1));
        }
        if (found != null) {
            return found;
        }
        if (isResult && name.equalsIgnoreCase(METADATA)) {
            return METADATA;
        }
        throw new IllegalArgumentException(place + ": record " + component.getDeclaringRecord().getName()
                + " has the component " + name + ", and " + (shape == null ? "the operation has no members there"
                        : "structure " + shape.name() + " has no such member; its members are " + members.keySet())
                + Suggestions.of(name, members.keySet(), java.util.Set.of()));
    }

    private static String find(Map<String, Shape> members, String name) {
        if (members.containsKey(name)) {
            return name;
        }
        for (String member : members.keySet()) {
            if (member.equalsIgnoreCase(name)) {
                return member;
            }
        }
        return null;
    }

    static IllegalArgumentException misfit(BindingPlace place, JavaType type, Shape shape, String right) {
        String what = shape == null ? METADATA + ", which is a structure"
                : "shape " + shape.name() + ", which is a " + shape.type().name().toLowerCase(Locale.ROOT);
        return new IllegalArgumentException(place + ": a " + type + " does not fit " + what + "; use " + right);
    }
}
