package org.tucuxi;

/** A parameter and its alias were both given. */
public class AliasConflictException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public AliasConflictException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public AliasConflictException(String message, Throwable cause) {
        super(message, cause);
    }
}
