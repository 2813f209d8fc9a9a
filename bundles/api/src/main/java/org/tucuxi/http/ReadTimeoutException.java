package org.tucuxi.http;

/** The server was silent for longer than the read timeout. */
public class ReadTimeoutException extends HttpClientException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public ReadTimeoutException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public ReadTimeoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
