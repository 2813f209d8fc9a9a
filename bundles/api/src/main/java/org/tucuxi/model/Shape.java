package org.tucuxi.model;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A shape as it is seen from one place: the shape's own attributes with those of the reference to it merged over. Resolved
 * lazily, so models may refer to themselves. Immutable and safe for use by many threads.
 */
@ProviderType
public interface Shape {

    /**
     * The shape's name.
     *
     * @return its key in the model's {@code shapes}
     */
    String name();

    /**
     * The shape's type.
     *
     * @return its type
     */
    ShapeType type();

    /**
     * An attribute of the reference or, if that has none, of the shape.
     *
     * @param attribute the model's name: {@code locationName}, {@code timestampFormat}, {@code xmlNamespace}, …
     * @return a String, Boolean, Number, Map or List; null when it is absent
     */
    Object trait(String attribute);

    /**
     * A text attribute.
     *
     * @param attribute the model's name
     * @return its value, or null when it is absent or no text
     */
    default String text(String attribute) {
        return trait(attribute) instanceof String text ? text : null;
    }

    /**
     * A boolean attribute.
     *
     * @param attribute the model's name
     * @return true when it is there and true
     */
    default boolean flag(String attribute) {
        return Boolean.TRUE.equals(trait(attribute));
    }

    /**
     * Where a top-level member goes: {@code uri}, {@code querystring}, {@code header}, {@code headers}, {@code statusCode}.
     *
     * @return the location, or null for the body
     */
    default String location() {
        return text("location");
    }

    /**
     * The name on the wire.
     *
     * @return {@code locationName}, or null
     */
    default String locationName() {
        return text("locationName");
    }
}
