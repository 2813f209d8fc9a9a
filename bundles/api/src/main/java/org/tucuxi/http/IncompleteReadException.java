package org.tucuxi.http;

import java.io.IOException;

/** A response body ended before its announced length. */
public class IncompleteReadException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param actual how many bytes came
     * @param expected how many were announced
     */
    public IncompleteReadException(long actual, long expected) {
        super(actual + " read, but total bytes expected is " + expected + ".");
    }
}
