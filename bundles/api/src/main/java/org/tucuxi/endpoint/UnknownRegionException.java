package org.tucuxi.endpoint;

import org.tucuxi.TucuxiException;

/** A region that no partition knows. */
public class UnknownRegionException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public UnknownRegionException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public UnknownRegionException(String message, Throwable cause) {
        super(message, cause);
    }
}
