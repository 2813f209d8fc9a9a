package org.tucuxi.credentials;

/** The sign-in with SSO has ended or is not valid: the user must sign in again. */
public class UnauthorizedSsoTokenException extends SsoException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public UnauthorizedSsoTokenException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public UnauthorizedSsoTokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
