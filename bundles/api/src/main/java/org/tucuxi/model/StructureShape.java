package org.tucuxi.model;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** A structure. */
@ProviderType
public interface StructureShape extends Shape {

    /**
     * The members.
     *
     * @return by name, in the order of the model
     */
    Map<String, Shape> members();

    /**
     * The members that must be there.
     *
     * @return their names in the order of the model
     */
    List<String> required();

    /**
     * The member that is the whole body.
     *
     * @return its name, or null
     */
    default String payload() {
        return text("payload");
    }

    /**
     * Whether exactly one member must be there.
     *
     * @return true for a tagged union
     */
    default boolean isUnion() {
        return flag("union");
    }

    /**
     * Whether anything JSON can say is allowed.
     *
     * @return true for a document type
     */
    default boolean isDocument() {
        return flag("document");
    }

    /**
     * Whether this is an error.
     *
     * @return true for an exception shape
     */
    default boolean isException() {
        return flag("exception");
    }

    /**
     * The code that the service sends for this error.
     *
     * @return {@code error.code} if it is modelled, else the shape's name
     */
    default String errorCode() {
        return trait("error") instanceof Map<?, ?> error && error.get("code") instanceof String code ? code : name();
    }
}
