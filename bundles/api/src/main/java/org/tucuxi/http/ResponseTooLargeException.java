package org.tucuxi.http;

/** A response is larger than the transport's limits. */
public class ResponseTooLargeException extends HttpClientException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public ResponseTooLargeException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public ResponseTooLargeException(String message, Throwable cause) {
        super(message, cause);
    }
}
