package org.tucuxi.modeltool;

/** Data that cannot be packaged; the message says which file and why. */
public final class PackagingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public PackagingException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public PackagingException(String message, Throwable cause) {
        super(message, cause);
    }
}
