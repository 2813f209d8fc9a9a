package org.tucuxi.config;

import org.tucuxi.TucuxiException;

/** A configuration file that was named and is not there. */
public class ConfigNotFoundException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public ConfigNotFoundException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public ConfigNotFoundException(String message, Throwable cause) {
        super(message, cause);
    }
}
