package org.tucuxi.endpoint;

import org.tucuxi.TucuxiException;

/** An endpoint has no variant for dual stack or FIPS. */
public class EndpointVariantException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public EndpointVariantException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public EndpointVariantException(String message, Throwable cause) {
        super(message, cause);
    }
}
