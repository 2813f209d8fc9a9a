package org.tucuxi.waiter;

import java.time.Duration;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Repeats a call until its answer is as wanted. Safe for use by many threads.
 *
 * <pre>{@code
 * s3.waiter("bucket_exists").await(Map.of("Bucket", "b"));
 * }</pre>
 */
@ProviderType
public interface Waiter {

    /** The parameter that is not the operation's: a map with {@link #DELAY}, {@link #MAX_ATTEMPTS} or both. */
    String WAITER_CONFIG = "WaiterConfig";
    /** The pause between two calls: seconds as a number, or a {@link Duration}. */
    String DELAY = "Delay";
    /** How many calls are made at most: a number. */
    String MAX_ATTEMPTS = "MaxAttempts";

    /**
     * The waiter's name.
     *
     * @return as in the model, for example {@code BucketExists}
     */
    String name();

    /**
     * The operation that is called.
     *
     * @return its API name
     */
    String operationName();

    /**
     * The pause between two calls, where the caller does not say otherwise.
     *
     * @return as in the model
     */
    Duration delay();

    /**
     * How many calls are made at most, where the caller does not say otherwise.
     *
     * @return as in the model
     */
    int maxAttempts();

    /**
     * Waits. There is no pause before the first call or after the last one.
     *
     * @param parameters the operation's parameters, and {@link #WAITER_CONFIG} if wanted; they are copied
     * @throws WaiterException when the answers say that it will not come, when there were as many calls as allowed, or when the thread
     *         is interrupted while it pauses (it is interrupted still, then)
     * @throws WaiterConfigException when the waiter's model has something unknown
     * @throws IllegalArgumentException when a value of the waiter's configuration is not of its kind
     * @throws org.tucuxi.TucuxiException when a call fails otherwise than by an answer of the service
     */
    void await(Map<String, ?> parameters);

    /**
     * Waits with a pause and a number of calls of the caller's.
     *
     * @param parameters the operation's parameters
     * @param delay the pause between two calls
     * @param maxAttempts how many calls are made at most
     * @throws WaiterException as {@link #await(Map)} does
     */
    void await(Map<String, ?> parameters, Duration delay, int maxAttempts);
}
