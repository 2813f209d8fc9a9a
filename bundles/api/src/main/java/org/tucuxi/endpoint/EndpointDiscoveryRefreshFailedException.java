package org.tucuxi.endpoint;

/** The service could not be asked for the endpoint that the operation needs. */
public class EndpointDiscoveryRefreshFailedException extends EndpointDiscoveryException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public EndpointDiscoveryRefreshFailedException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public EndpointDiscoveryRefreshFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
