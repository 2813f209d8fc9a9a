package org.tucuxi.http;

/** The endpoint cannot be reached: nobody listens, or its name cannot be resolved. */
public class EndpointConnectionException extends ConnectionException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public EndpointConnectionException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public EndpointConnectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
