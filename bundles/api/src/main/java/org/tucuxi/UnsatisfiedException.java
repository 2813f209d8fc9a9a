package org.tucuxi;

/** A part of the platform is missing, because its bundle is not there or was stopped; the message names it. */
public class UnsatisfiedException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public UnsatisfiedException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public UnsatisfiedException(String message, Throwable cause) {
        super(message, cause);
    }
}
