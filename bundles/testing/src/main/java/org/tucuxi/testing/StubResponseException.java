package org.tucuxi.testing;

import org.tucuxi.TucuxiException;

/** A call that the stubber has no answer for: botocore's {@code StubResponseError}. */
public class StubResponseException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param operation the operation that was called
     * @param reason what is wrong
     */
    public StubResponseException(String operation, String reason) {
        super("Error getting response stub for operation " + operation + ": " + reason);
    }
}
