package org.tucuxi.paginator;

import org.tucuxi.TucuxiException;

/** The operation has no paginator: botocore's {@code OperationNotPageableError}. */
public class OperationNotPageableException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public OperationNotPageableException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public OperationNotPageableException(String message, Throwable cause) {
        super(message, cause);
    }
}
