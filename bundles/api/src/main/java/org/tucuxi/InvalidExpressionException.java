package org.tucuxi;

/** A JMESPath expression cannot be read, does not fit what it is asked of, or is too complex for its purpose. */
public class InvalidExpressionException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public InvalidExpressionException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public InvalidExpressionException(String message, Throwable cause) {
        super(message, cause);
    }
}
