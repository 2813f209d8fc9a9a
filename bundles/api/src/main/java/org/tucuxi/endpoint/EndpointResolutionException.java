package org.tucuxi.endpoint;

import org.tucuxi.TucuxiException;

/** The rules found no endpoint, or refused the parameters. */
public class EndpointResolutionException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public EndpointResolutionException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public EndpointResolutionException(String message, Throwable cause) {
        super(message, cause);
    }
}
