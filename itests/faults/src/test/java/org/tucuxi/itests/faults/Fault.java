package org.tucuxi.itests.faults;

import java.time.Duration;

/**
 * What the server does with one attempt.
 *
 * @param kind the sort
 * @param status the status of an answer
 * @param code the error code in an answer, in the way of the protocol; null for an empty body
 * @param retryAfterMillis header {@code x-amz-retry-after}, or null
 * @param retryAfter header {@code Retry-After}, or null: nobody heeds it
 * @param clock by how much the header {@code Date} is ahead, or null for no such header
 */
record Fault(Kind kind, int status, String code, String retryAfterMillis, String retryAfter, Duration clock) {

    static final Fault NONE = of(Kind.OK);

    enum Kind {
        /** A good answer. */
        OK,
        /** A good answer, byte for byte. */
        TRICKLE,
        /** An error, or a redirect. */
        ANSWER,
        /** The connection is reset before the answer. */
        RESET,
        /** The connection is closed in order, but without an answer. */
        CLOSE,
        /** The connection is reset in the middle of the body. */
        RESET_IN_BODY,
        /** The body is shorter than its Content-Length. */
        SHORT_BODY,
        /** The Content-Length is no number. */
        BAD_LENGTH,
        /** What comes is not HTTP. */
        GARBAGE,
        /** Nothing comes. */
        STALL,
        /** A good answer in gzip, that ends too early. */
        TRUNCATED_GZIP,
        /** A good answer whose x-amz-crc32 is another body's. */
        WRONG_CRC32,
        /** A good answer whose x-amz-checksum-crc32 is another body's. */
        WRONG_CHECKSUM,
        /** The answer's location is the URL that was asked. */
        REDIRECT_LOOP
    }

    static Fault of(Kind kind) {
        return new Fault(kind, 200, null, null, null, null);
    }

    static Fault answer(int status, String code) {
        return new Fault(Kind.ANSWER, status, code, null, null, null);
    }

    Fault retryAfterMillis(String value) {
        return new Fault(kind, status, code, value, retryAfter, clock);
    }

    Fault retryAfter(String value) {
        return new Fault(kind, status, code, retryAfterMillis, value, clock);
    }

    Fault clock(Duration ahead) {
        return new Fault(kind, status, code, retryAfterMillis, retryAfter, ahead);
    }

    @Override
    public String toString() {
        return kind == Kind.ANSWER || kind == Kind.REDIRECT_LOOP ? status + " " + code
                + (retryAfterMillis == null ? "" : " after " + retryAfterMillis) + (clock == null ? "" : " clock " + clock)
                : kind.toString();
    }
}
