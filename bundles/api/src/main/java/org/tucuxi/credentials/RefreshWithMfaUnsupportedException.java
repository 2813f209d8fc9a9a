package org.tucuxi.credentials;

import org.tucuxi.TucuxiException;

/** Credentials that were got with the code of an MFA device ended: nobody is asked for a second code. */
public class RefreshWithMfaUnsupportedException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public RefreshWithMfaUnsupportedException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public RefreshWithMfaUnsupportedException(String message, Throwable cause) {
        super(message, cause);
    }
}
