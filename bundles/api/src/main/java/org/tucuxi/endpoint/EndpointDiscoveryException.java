package org.tucuxi.endpoint;

import org.tucuxi.TucuxiException;
/** The endpoint of a call cannot be asked for as its service wants it. */
public class EndpointDiscoveryException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public EndpointDiscoveryException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public EndpointDiscoveryException(String message, Throwable cause) {
        super(message, cause);
    }
}
