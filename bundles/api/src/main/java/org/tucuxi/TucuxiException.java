package org.tucuxi;

/** The base of all errors of Tucuxi itself: botocore's {@code BotoCoreError}. What a service answered is a {@link ClientException}, which is not a child of this. */
public class TucuxiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public TucuxiException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public TucuxiException(String message, Throwable cause) {
        super(message, cause);
    }
}
