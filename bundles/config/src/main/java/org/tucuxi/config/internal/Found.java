package org.tucuxi.config.internal;

import org.tucuxi.InvalidConfigException;

/**
 * A variable's value as it was found.
 *
 * @param variable whose value it is
 * @param raw the value before its conversion, or null when there is none
 * @param source where it was found
 */
record Found(Variable variable, Object raw, String source) {

    /**
     * The value, converted. It is converted when asked for, so that a mistake in a variable that nobody needs harms
     * nobody.
     *
     * @throws InvalidConfigException when the value does not suit the variable
     */
    Object value() {
        try {
            return raw == null ? null : variable.conversion().convert(raw);
        } catch (IllegalArgumentException e) {
            throw new InvalidConfigException("Configuration variable " + variable.name() + " is " + e.getMessage()
                    + ": " + Shown.of(String.valueOf(Masking.mask(variable.name(), raw))) + " (" + source + ")", e);
        }
    }

    @Override
    public String toString() {
        return variable.name() + " (" + source + ')';
    }
}
