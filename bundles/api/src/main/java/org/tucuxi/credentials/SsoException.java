package org.tucuxi.credentials;

/** Credentials or a token could not be got from SSO: botocore's {@code SSOError}. */
public class SsoException extends CredentialRetrievalException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public SsoException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public SsoException(String message, Throwable cause) {
        super(message, cause);
    }
}
