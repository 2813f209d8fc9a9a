package org.tucuxi;

/** A region name that is not a valid host label. */
public class InvalidRegionException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public InvalidRegionException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public InvalidRegionException(String message, Throwable cause) {
        super(message, cause);
    }
}
