package org.tucuxi.config;

import org.tucuxi.TucuxiException;

/** A configuration file that cannot be parsed; the message names file and line. */
public class ConfigParseException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public ConfigParseException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public ConfigParseException(String message, Throwable cause) {
        super(message, cause);
    }
}
