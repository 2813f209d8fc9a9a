package org.tucuxi.credentials;

/** The sign-in to the console has ended, or the password was changed: the user must sign in again. */
public class LoginRefreshRequiredException extends LoginException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public LoginRefreshRequiredException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public LoginRefreshRequiredException(String message, Throwable cause) {
        super(message, cause);
    }
}
