package org.tucuxi.credentials;

import org.tucuxi.TucuxiException;

/** The metadata service of a machine could not be used: botocore's {@code MetadataRetrievalError}. */
public class MetadataRetrievalException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     */
    public MetadataRetrievalException(String message) {
        super(message);
    }

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param cause what led to it
     */
    public MetadataRetrievalException(String message, Throwable cause) {
        super(message, cause);
    }
}
