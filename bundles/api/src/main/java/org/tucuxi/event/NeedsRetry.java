package org.tucuxi.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.tucuxi.endpoint.Endpoint;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.OperationModel;

/**
 * {@code needs-retry.{sid}.{op}}: whether an attempt is followed by another.
 *
 * <p><b>When:</b> on the client's emitter, once for each attempt, after {@code response-received}.
 * <p><b>May change:</b> the serialised request (its URL, for a redirect) and its context, in place.
 * <p><b>Answer:</b> all handlers run; the first that is not null counts: sleep for that time ({@link Duration#ZERO} allowed), then try again.
 * {@link #STOP} is an answer too: no retry, whatever later handlers say. When nobody answers there is no retry.
 * <b>Error:</b> ends the call through {@code after-call-error}.
 * <p><b>Stability:</b> documented by boto3's guide, where {@code response} is the pair of HTTP response and parsed map.
 */
public final class NeedsRetry extends Event<Duration> {

    private final HttpResponse httpResponse;
    private final Map<String, Object> parsed;
    private final Endpoint endpoint;
    private final OperationModel operation;
    private final int attempts;
    private final Throwable caughtException;
    private final SerializedRequest requestDict;

    /**
     * Makes the event.
     *
     * @param name the full event name
     * @param httpResponse the HTTP response, or null
     * @param parsed the parsed response, or null
     * @param endpoint where the client sends to
     * @param operation the operation
     * @param attempts how many attempts were made, at least 1
     * @param caughtException what sending threw, or null
     * @param requestDict the serialised request; the next attempt is made from it
     */
    public NeedsRetry(String name, HttpResponse httpResponse, Map<String, Object> parsed, Endpoint endpoint,
            OperationModel operation, int attempts, Throwable caughtException, SerializedRequest requestDict) {
        super(name);
        this.httpResponse = httpResponse;
        this.parsed = parsed;
        this.endpoint = endpoint;
        this.operation = operation;
        this.attempts = attempts;
        this.caughtException = caughtException;
        this.requestDict = requestDict;
    }

    /**
     * The HTTP response, or null.
     *
     * @return its first half
     */
    public HttpResponse httpResponse() {
        return httpResponse;
    }

    /**
     * The parsed response, or null.
     *
     * @return its second half
     */
    public Map<String, Object> parsed() {
        return parsed;
    }

    /**
     * Where the client sends to.
     *
     * @return the argument {@code endpoint}
     */
    public Endpoint endpoint() {
        return endpoint;
    }

    /**
     * The operation.
     *
     * @return the argument {@code operation}
     */
    public OperationModel operation() {
        return operation;
    }

    /**
     * How many attempts were made, at least 1.
     *
     * @return the argument {@code attempts}
     */
    public int attempts() {
        return attempts;
    }

    /**
     * What sending threw, or null.
     *
     * @return the argument {@code caught_exception}
     */
    public Throwable caughtException() {
        return caughtException;
    }

    /**
     * The serialised request; the next attempt is made from it.
     *
     * @return the argument {@code request_dict}
     */
    public SerializedRequest requestDict() {
        return requestDict;
    }

    @Override
    public Map<String, Object> arguments() {
        return Arguments.of("response", response(), "endpoint", endpoint, "operation", operation, "attempts", attempts,
                "caught_exception", caughtException, "request_dict", requestDict);
    }

    @Override
    public Class<?> answerType() {
        return Duration.class;
    }

    /** The answer "do not retry", which counts as an answer: {@code False} in boto3. */
    public static final Duration STOP = Duration.ofSeconds(-1);

    /**
     * The pair of HTTP response and parsed map, as boto3 names it.
     *
     * @return the two, or null when there was no response
     */
    public List<Object> response() {
        return httpResponse == null ? null : List.of(httpResponse, parsed);
    }
}
