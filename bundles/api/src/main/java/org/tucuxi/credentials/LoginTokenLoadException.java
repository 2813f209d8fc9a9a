package org.tucuxi.credentials;

/** There is no sign-in to the console on disk, or none that can be used. */
public class LoginTokenLoadException extends LoginException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public LoginTokenLoadException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public LoginTokenLoadException(String message, Throwable cause) {
        super(message, cause);
    }
}
