package org.tucuxi.waiter;

import org.tucuxi.TucuxiException;

/** The model of a waiter cannot be used: botocore's {@code WaiterConfigError}. */
public class WaiterConfigException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public WaiterConfigException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public WaiterConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
