package org.tucuxi.http;

/** A proxy cannot be reached or refuses. */
public class ProxyConnectionException extends ConnectionException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public ProxyConnectionException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public ProxyConnectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
