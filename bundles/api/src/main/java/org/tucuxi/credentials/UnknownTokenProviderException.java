package org.tucuxi.credentials;

import org.tucuxi.TucuxiException;

/** No token provider of that name. */
public class UnknownTokenProviderException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public UnknownTokenProviderException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public UnknownTokenProviderException(String message, Throwable cause) {
        super(message, cause);
    }
}
