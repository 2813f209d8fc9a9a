package org.tucuxi.endpoints;

import java.util.List;

/**
 * One step of an attribute path: {@code name}, {@code name[index]} or {@code [index]}.
 *
 * @param name the attribute; empty for an index alone
 * @param index the element; negative for an attribute alone
 */
record AttributeStep(String name, int index) {

    Object apply(Object value, Place place) {
        Object found = name.isEmpty() ? value : attribute(value, place);
        if (index < 0) {
            return found;
        }
        if (found == null) {
            return null;
        }
        if (found instanceof List<?> list) {
            return index < list.size() ? list.get(index) : null;
        }
        throw place.failed("an index is for a list, and this is none: " + this);
    }

    private Object attribute(Object value, Place place) {
        Object found = value instanceof Attributes attributes ? attributes.attribute(name) : null;
        if (found == null && (index < 0 || !(value instanceof Attributes))) {
            throw place.failed("there is no attribute " + name + (value == null ? " of nothing" : ""));
        }
        return found;
    }

    @Override
    public String toString() {
        return index < 0 ? name : name + "[" + index + "]";
    }
}
