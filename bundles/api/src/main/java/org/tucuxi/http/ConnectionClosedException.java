package org.tucuxi.http;

/** The connection was closed before a valid response was received. */
public class ConnectionClosedException extends HttpClientException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public ConnectionClosedException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public ConnectionClosedException(String message, Throwable cause) {
        super(message, cause);
    }
}
