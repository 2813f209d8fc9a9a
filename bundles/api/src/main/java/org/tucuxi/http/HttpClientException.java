package org.tucuxi.http;

import org.tucuxi.TucuxiException;

/** Sending or receiving failed: botocore's {@code HTTPClientError}. */
public class HttpClientException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public HttpClientException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public HttpClientException(String message, Throwable cause) {
        super(message, cause);
    }
}
