package org.tucuxi.paginator;

import org.tucuxi.TucuxiException;

/** Pages cannot be read as asked: botocore's {@code PaginationError}. */
public class PaginationException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public PaginationException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public PaginationException(String message, Throwable cause) {
        super(message, cause);
    }
}
