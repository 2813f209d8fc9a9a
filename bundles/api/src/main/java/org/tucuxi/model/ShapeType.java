package org.tucuxi.model;

import java.util.Locale;

/** The types of shapes. */
public enum ShapeType {
    /** A structure: {@link StructureShape}. */
    STRUCTURE,
    /** A list: {@link ListShape}. */
    LIST,
    /** A map: {@link MapShape}. */
    MAP,
    /** A text. */
    STRING,
    /** A 32 bit number. */
    INTEGER,
    /** A 64 bit number. */
    LONG,
    /** A 32 bit floating number. */
    FLOAT,
    /** A 64 bit floating number. */
    DOUBLE,
    /** True or false. */
    BOOLEAN,
    /** A point in time. */
    TIMESTAMP,
    /** Bytes. */
    BLOB,
    /** One character, handled like a text. */
    CHARACTER,
    /** A number of any size (Smithy models). */
    BIG_INTEGER,
    /** A decimal number of any size (Smithy models). */
    BIG_DECIMAL;

    /**
     * The type of a model's {@code type} value.
     *
     * @param name for example {@code structure}
     * @return the type, or null when it is unknown
     */
    public static ShapeType of(String name) {
        return switch (name) {
            case "biginteger" -> BIG_INTEGER;
            case "bigdecimal" -> BIG_DECIMAL;
            case "structure", "list", "map", "string", "integer", "long", "float", "double", "boolean", "timestamp",
                    "blob", "character" -> valueOf(name.toUpperCase(Locale.ROOT));
            default -> null;
        };
    }
}
