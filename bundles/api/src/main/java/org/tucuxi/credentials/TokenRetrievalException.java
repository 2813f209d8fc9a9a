package org.tucuxi.credentials;

import org.tucuxi.TucuxiException;

/** A provider failed to get a bearer token. */
public class TokenRetrievalException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public TokenRetrievalException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public TokenRetrievalException(String message, Throwable cause) {
        super(message, cause);
    }
}
