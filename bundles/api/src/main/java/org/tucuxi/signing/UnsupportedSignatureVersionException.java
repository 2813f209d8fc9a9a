package org.tucuxi.signing;

import org.tucuxi.TucuxiException;

/** A signature version that cannot be used this way. */
public class UnsupportedSignatureVersionException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public UnsupportedSignatureVersionException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public UnsupportedSignatureVersionException(String message, Throwable cause) {
        super(message, cause);
    }
}
