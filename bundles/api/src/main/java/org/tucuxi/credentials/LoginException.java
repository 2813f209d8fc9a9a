package org.tucuxi.credentials;

/** Credentials of a sign-in to the console could not be got: botocore's {@code LoginError}. */
public class LoginException extends CredentialRetrievalException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public LoginException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public LoginException(String message, Throwable cause) {
        super(message, cause);
    }
}
