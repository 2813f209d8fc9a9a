package org.tucuxi.http;

/** Connecting took longer than the connect timeout. */
public class ConnectTimeoutException extends ConnectionException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public ConnectTimeoutException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public ConnectTimeoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
