package org.tucuxi.protocol;

import org.tucuxi.TucuxiException;

/** A response that its protocol does not allow; the message names operation and place. */
public class ResponseParserException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public ResponseParserException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public ResponseParserException(String message, Throwable cause) {
        super(message, cause);
    }
}
