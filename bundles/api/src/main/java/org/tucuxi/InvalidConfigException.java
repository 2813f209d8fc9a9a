package org.tucuxi;

/** A configuration value that cannot be used. */
public class InvalidConfigException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public InvalidConfigException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public InvalidConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
