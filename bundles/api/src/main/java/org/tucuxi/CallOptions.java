package org.tucuxi;

import java.time.Duration;
import java.util.Objects;

/**
 * Limits of one call, over those of its client. Immutable.
 *
 * <pre>{@code
 * client.call("GetItem", parameters, CallOptions.builder().timeout(Duration.ofSeconds(2)).maxAttempts(2).build())
 * }</pre>
 */
public final class CallOptions {

    /** No limits but the client's. */
    public static final CallOptions NONE = new CallOptions(null, 0);

    /**
     * Context key of a call's options: a retry mode goes by their {@link #maxAttempts()} where there are any. Absent from a
     * call without options.
     */
    public static final String CONTEXT_KEY = "call_options";

    private final Duration timeout;
    private final int maxAttempts;

    private CallOptions(Duration timeout, int maxAttempts) {
        this.timeout = timeout;
        this.maxAttempts = maxAttempts;
    }

    /**
     * Starts options.
     *
     * @return a builder without limits
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How long the call may take in all: its attempts, the pauses between them, and what comes before.
     *
     * @return longer than zero; or null when the client's {@code call_timeout} counts
     */
    public Duration timeout() {
        return timeout;
    }

    /**
     * How many attempts the call may make, the first included.
     *
     * @return at least 1; or 0 when the client's limit counts
     */
    public int maxAttempts() {
        return maxAttempts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallOptions that && maxAttempts == that.maxAttempts && Objects.equals(timeout, that.timeout);
    }

    @Override
    public int hashCode() {
        return Objects.hash(timeout, maxAttempts);
    }

    @Override
    public String toString() {
        return "CallOptions(timeout " + (timeout == null ? "of the client" : timeout) + ", attempts "
                + (maxAttempts == 0 ? "of the client" : maxAttempts) + ')';
    }

    /** Collects limits. */
    public static final class Builder {

        private Duration timeout;
        private int maxAttempts;

        private Builder() {
        }

        /**
         * Sets how long the call may take in all.
         *
         * @param value longer than zero; null leaves it to the client
         * @return this builder
         * @throws IllegalArgumentException when it is not longer than zero
         */
        public Builder timeout(Duration value) {
            ClientConfigChecks.longerThanZero("timeout", value);
            timeout = value;
            return this;
        }

        /**
         * Sets how many attempts the call may make. Where a service sends a caller to another region, that is no attempt of a
         * retry mode's and not counted.
         *
         * @param value at least 1; 0 leaves it to the client
         * @return this builder
         * @throws IllegalArgumentException when it is negative
         */
        public Builder maxAttempts(int value) {
            if (value < 0) {
                throw new IllegalArgumentException("maxAttempts must be at least 1, or 0 for the client's, not " + value);
            }
            maxAttempts = value;
            return this;
        }

        /**
         * Makes the options.
         *
         * @return immutable
         */
        public CallOptions build() {
            return timeout == null && maxAttempts == 0 ? NONE : new CallOptions(timeout, maxAttempts);
        }
    }
}
