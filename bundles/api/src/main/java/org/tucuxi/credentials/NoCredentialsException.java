package org.tucuxi.credentials;

import org.tucuxi.TucuxiException;

/** Unable to locate credentials; the message lists who was asked. */
public class NoCredentialsException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public NoCredentialsException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public NoCredentialsException(String message, Throwable cause) {
        super(message, cause);
    }
}
