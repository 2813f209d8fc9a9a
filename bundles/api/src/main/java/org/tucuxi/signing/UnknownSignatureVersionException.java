package org.tucuxi.signing;

import org.tucuxi.TucuxiException;

/** A signature version that no signer is there for. */
public class UnknownSignatureVersionException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public UnknownSignatureVersionException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public UnknownSignatureVersionException(String message, Throwable cause) {
        super(message, cause);
    }
}
