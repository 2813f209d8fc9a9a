package org.tucuxi.endpoint;

import org.tucuxi.TucuxiException;

/** You must specify a region. */
public class NoRegionException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public NoRegionException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public NoRegionException(String message, Throwable cause) {
        super(message, cause);
    }
}
