package org.tucuxi.http;

import org.tucuxi.TucuxiException;

/** A body does not have the checksum that was announced: botocore's {@code ChecksumError}. */
public class ChecksumException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param type the kind of checksum, for example {@code crc32}
     * @param expected what was announced
     * @param actual what the body has
     */
    public ChecksumException(String type, String expected, String actual) {
        super("Checksum " + type + " failed, expected checksum " + expected
                + " did not match calculated checksum " + actual + '.');
    }
}
