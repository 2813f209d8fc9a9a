package org.tucuxi.credentials;

import org.tucuxi.TucuxiException;

/** Unable to locate an authorization token; the message says how to give one. */
public class NoAuthTokenException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public NoAuthTokenException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public NoAuthTokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
