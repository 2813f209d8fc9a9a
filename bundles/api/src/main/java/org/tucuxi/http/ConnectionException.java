package org.tucuxi.http;

import org.tucuxi.TucuxiException;

/** No connection could be made: botocore's {@code ConnectionError}. */
public class ConnectionException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public ConnectionException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public ConnectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
