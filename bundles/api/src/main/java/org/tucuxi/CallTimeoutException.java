package org.tucuxi;

import java.time.Duration;

/**
 * A call did not end within the time that it was given: {@link CallOptions#timeout()} or the client's {@code call_timeout}.
 * Its cause is the failure of the last attempt that failed by itself, if there was one.
 */
public class CallTimeoutException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    private final String operationName;
    private final Duration timeout;
    private final int attempts;

    /**
     * Makes the exception.
     *
     * @param message what was wrong, where, and what would be right
     * @param operationName the operation
     * @param timeout the time that the call was given
     * @param attempts how many attempts were begun
     * @param cause how the last attempt failed, or null
     */
    public CallTimeoutException(String message, String operationName, Duration timeout, int attempts, Throwable cause) {
        super(message, cause);
        this.operationName = operationName;
        this.timeout = timeout;
        this.attempts = attempts;
    }

    /**
     * The operation.
     *
     * @return its name in the API
     */
    public String operationName() {
        return operationName;
    }

    /**
     * The time that the call was given.
     *
     * @return longer than zero
     */
    public Duration timeout() {
        return timeout;
    }

    /**
     * How many attempts were begun.
     *
     * @return 0 when the time passed before the first
     */
    public int attempts() {
        return attempts;
    }
}
