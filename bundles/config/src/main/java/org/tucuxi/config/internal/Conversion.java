package org.tucuxi.config.internal;

/** How a variable's value becomes what the program sees. */
enum Conversion {

    /** As it was found. */
    RAW {
        @Override
        Object convert(Object value) {
            return value;
        }
    },

    /** True or false: the text {@code true} in any case is true, all else is false. */
    FLAG {
        @Override
        Object convert(Object value) {
            return value instanceof Boolean ? value : value instanceof String text && "true".equalsIgnoreCase(text);
        }
    },

    /** A whole number. */
    NUMBER {
        @Override
        Object convert(Object value) {
            if (value instanceof Integer) {
                return value;
            }
            if (value instanceof Long || value instanceof Short || value instanceof Byte) {
                long number = ((Number) value).longValue();
                if (number == (int) number) {
                    return (int) number;
                }
            }
            try {
                return Integer.valueOf(Whitespace.strip(value.toString()));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("not a whole number", e);
            }
        }
    };

    /**
     * Converts.
     *
     * @param value not null
     * @return the converted value
     * @throws IllegalArgumentException says what it is not
     */
    abstract Object convert(Object value);
}
