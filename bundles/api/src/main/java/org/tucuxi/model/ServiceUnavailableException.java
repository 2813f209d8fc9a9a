package org.tucuxi.model;

import org.tucuxi.TucuxiException;

/** A service whose bundle is stopped, incomplete or just being replaced; the message says which. */
public class ServiceUnavailableException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public ServiceUnavailableException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public ServiceUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
