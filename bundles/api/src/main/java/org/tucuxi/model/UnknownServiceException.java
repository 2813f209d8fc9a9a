package org.tucuxi.model;

/** A service that no model is there for; the message lists the known names. */
public class UnknownServiceException extends DataNotFoundException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public UnknownServiceException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public UnknownServiceException(String message, Throwable cause) {
        super(message, cause);
    }
}
