package org.tucuxi.testing;

/** A call with other parameters than the stubber expects: botocore's {@code StubAssertionError}. */
public class StubAssertionException extends StubResponseException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param operation the operation that was called
     * @param reason what is wrong
     */
    public StubAssertionException(String operation, String reason) {
        super(operation, reason);
    }
}
