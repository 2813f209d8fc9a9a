package org.tucuxi.modeltool;

/**
 * Data that cannot be packaged; the message says which file and why. It may quote the data, so what is no printable
 * character is a question mark in it.
 */
public final class PackagingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public PackagingException(String message) {
        super(printable(message));
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public PackagingException(String message, Throwable cause) {
        super(printable(message), cause);
    }

    private static String printable(String message) {
        return message == null ? null : message.replaceAll("[\\p{Cntrl}&&[^\n]]", "?");
    }
}
