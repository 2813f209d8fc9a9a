package org.tucuxi.model;

import org.tucuxi.TucuxiException;

/** A service none of whose protocols is there. */
public class UnsupportedProtocolException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public UnsupportedProtocolException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public UnsupportedProtocolException(String message, Throwable cause) {
        super(message, cause);
    }
}
