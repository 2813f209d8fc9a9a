package org.tucuxi.waiter;

import java.util.Map;
import java.util.Objects;
import org.tucuxi.TucuxiException;

/** What was waited for did not come: botocore's {@code WaiterError}. */
public class WaiterException extends TucuxiException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String reason;
    private final transient Map<String, Object> lastResponse;

    /**
     * Makes the exception.
     *
     * @param name the waiter's name in the model
     * @param reason why it gave up
     * @param lastResponse what the last call answered, an error's response included
     */
    public WaiterException(String name, String reason, Map<String, Object> lastResponse) {
        this(name, reason, lastResponse, null);
    }

    /**
     * Makes the exception.
     *
     * @param name the waiter's name in the model
     * @param reason why it gave up
     * @param lastResponse what the last call answered, an error's response included
     * @param cause what led to it, or null
     */
    public WaiterException(String name, String reason, Map<String, Object> lastResponse, Throwable cause) {
        super("Waiter " + name + " failed: " + reason, cause);
        this.name = Objects.requireNonNull(name, "name");
        this.reason = reason;
        this.lastResponse = Objects.requireNonNull(lastResponse, "lastResponse");
    }

    /**
     * The waiter.
     *
     * @return its name in the model, for example {@code BucketExists}
     */
    public String name() {
        return name;
    }

    /**
     * Why it gave up.
     *
     * @return a sentence
     */
    public String reason() {
        return reason;
    }

    /**
     * What the last call answered.
     *
     * @return a result, or an error's response with {@code Error}
     */
    public Map<String, Object> lastResponse() {
        return lastResponse;
    }
}
