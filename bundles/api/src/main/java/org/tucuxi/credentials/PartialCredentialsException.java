package org.tucuxi.credentials;

import org.tucuxi.TucuxiException;

/** Credentials of which a part is missing. */
public class PartialCredentialsException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public PartialCredentialsException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public PartialCredentialsException(String message, Throwable cause) {
        super(message, cause);
    }
}
