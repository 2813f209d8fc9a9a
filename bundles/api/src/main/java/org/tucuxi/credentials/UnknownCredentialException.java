package org.tucuxi.credentials;

import org.tucuxi.TucuxiException;

/** No credential provider of that name. */
public class UnknownCredentialException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public UnknownCredentialException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public UnknownCredentialException(String message, Throwable cause) {
        super(message, cause);
    }
}
