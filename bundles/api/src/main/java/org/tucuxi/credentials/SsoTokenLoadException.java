package org.tucuxi.credentials;

/** There is no token of a sign-in with SSO on disk, or none that can be read. */
public class SsoTokenLoadException extends SsoException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public SsoTokenLoadException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public SsoTokenLoadException(String message, Throwable cause) {
        super(message, cause);
    }
}
