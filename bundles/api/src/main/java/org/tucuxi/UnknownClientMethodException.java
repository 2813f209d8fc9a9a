package org.tucuxi;

/** A URL was to be presigned for a method that is none of the client's operations. */
public class UnknownClientMethodException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public UnknownClientMethodException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public UnknownClientMethodException(String message, Throwable cause) {
        super(message, cause);
    }
}
