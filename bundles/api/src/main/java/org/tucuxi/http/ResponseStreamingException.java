package org.tucuxi.http;

/** The connection broke while a streaming body was read. */
public class ResponseStreamingException extends HttpClientException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public ResponseStreamingException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public ResponseStreamingException(String message, Throwable cause) {
        super(message, cause);
    }
}
