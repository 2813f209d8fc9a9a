package org.tucuxi.protocols.codec;

/** The codes of errors as services spell them: {@code aws.service#Code:http://details} means {@code Code}. */
public final class ErrorCode {

    /** The header in which a service tells the code of an error; then the body may be empty. */
    public static final String HEADER = "x-amzn-errortype";

    private ErrorCode() {
    }

    /**
     * Takes the bare code out of a spelled one. What follows the first colon goes first, for it may hold a {@code #}.
     *
     * @param spelled what a service sent, for example {@code com.amazon.sqs#QueueDoesNotExist}
     * @return the code by which the model knows the error
     */
    public static String reduce(String spelled) {
        int colon = spelled.indexOf(':');
        int end = colon < 0 ? spelled.length() : colon;
        return spelled.substring(end == 0 ? 0 : spelled.lastIndexOf('#', end - 1) + 1, end);
    }
}
