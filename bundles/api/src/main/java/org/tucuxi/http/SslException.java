package org.tucuxi.http;

/** TLS failed: a certificate, a host name or a protocol. */
public class SslException extends ConnectionException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public SslException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public SslException(String message, Throwable cause) {
        super(message, cause);
    }
}
