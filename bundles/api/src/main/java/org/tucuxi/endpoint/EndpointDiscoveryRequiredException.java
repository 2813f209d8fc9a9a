package org.tucuxi.endpoint;

/** Endpoint discovery is switched off, but the operation needs it. */
public class EndpointDiscoveryRequiredException extends EndpointDiscoveryException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public EndpointDiscoveryRequiredException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public EndpointDiscoveryRequiredException(String message, Throwable cause) {
        super(message, cause);
    }
}
