package org.tucuxi;

/** A client has no operation, no added method and no handler for the name that was asked for. */
public class AttributeNotFoundException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public AttributeNotFoundException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public AttributeNotFoundException(String message, Throwable cause) {
        super(message, cause);
    }
}
