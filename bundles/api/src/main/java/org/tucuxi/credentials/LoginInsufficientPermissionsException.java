package org.tucuxi.credentials;

/** The user may not refresh a sign-in to the console. */
public class LoginInsufficientPermissionsException extends LoginException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public LoginInsufficientPermissionsException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public LoginInsufficientPermissionsException(String message, Throwable cause) {
        super(message, cause);
    }
}
