package org.tucuxi.model;

import org.tucuxi.TucuxiException;

/** A service has no data of that type and version. */
public class DataNotFoundException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public DataNotFoundException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public DataNotFoundException(String message, Throwable cause) {
        super(message, cause);
    }
}
