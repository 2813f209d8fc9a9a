package org.tucuxi.client;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import org.tucuxi.model.Shape;
import org.tucuxi.model.StructureShape;

/** Finds the member of a structure that a record's component stands for. */
final class RecordMembers {

    /** A component of this name stands for {@code ResponseMetadata}, which no model names. */
    static final String METADATA = "ResponseMetadata";

    private RecordMembers() {
    }

    /** The member's name: the component's own, ignoring case. */
    static String member(StructureShape shape, RecordComponent component, BindingPlace place, boolean isResult) {
        String name = component.getName();
        if (isResult && name.equalsIgnoreCase(METADATA)) {
            return METADATA;
        }
        Map<String, Shape> members = shape == null ? Map.of() : shape.members();
        if (members.containsKey(name)) {
            return name;
        }
        for (String member : members.keySet()) {
            if (member.equalsIgnoreCase(name)) {
                return member;
            }
        }
        throw new IllegalArgumentException(place + ": record " + component.getDeclaringRecord().getName()
                + " has the component " + name + ", and " + (shape == null ? "the operation has no members there"
                        : "structure " + shape.name() + " has no such member; its members are " + members.keySet()));
    }

    static IllegalArgumentException misfit(BindingPlace place, Class<?> type, Shape shape) {
        String what = shape == null ? METADATA + ", which is a structure"
                : shape.name() + ", which is a " + shape.type().name().toLowerCase(java.util.Locale.ROOT);
        return new IllegalArgumentException(place + ": a " + type.getName() + " does not fit " + what);
    }
}
