package org.tucuxi.http;

import org.tucuxi.TucuxiException;

/**
 * A body does not have the checksum that its {@code x-amz-checksum-} header announces, or an algorithm is unknown: botocore's
 * {@code FlexibleChecksumError}. A call that ends so is not repeated; what was read of a streamed body must not be used.
 */
public class FlexibleChecksumException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was wrong
     */
    public FlexibleChecksumException(String message) {
        super(message);
    }

    /**
     * A body with another checksum than was announced.
     *
     * @param expected what the header says, in base64
     * @param calculated what the body has, in base64
     * @return the exception with the reference's message
     */
    public static FlexibleChecksumException mismatch(String expected, String calculated) {
        return new FlexibleChecksumException(
                "Expected checksum " + expected + " did not match calculated checksum: " + calculated);
    }
}
