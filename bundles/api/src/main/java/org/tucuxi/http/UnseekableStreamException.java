package org.tucuxi.http;

import org.tucuxi.TucuxiException;

/** A body had to be read again and cannot be. */
public class UnseekableStreamException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public UnseekableStreamException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public UnseekableStreamException(String message, Throwable cause) {
        super(message, cause);
    }
}
