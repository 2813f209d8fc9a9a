package org.tucuxi.config;

import org.tucuxi.TucuxiException;

/** A profile that was chosen and is in no file. */
public class ProfileNotFoundException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public ProfileNotFoundException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public ProfileNotFoundException(String message, Throwable cause) {
        super(message, cause);
    }
}
