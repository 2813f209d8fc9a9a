package org.tucuxi.testing;

/** A call when the stubber's queue is empty: botocore's {@code UnStubbedResponseError}. */
public class UnStubbedResponseException extends StubResponseException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param operation the operation that was called
     * @param reason what is wrong
     */
    public UnStubbedResponseException(String operation, String reason) {
        super(operation, reason);
    }
}
