package org.tucuxi.event;

import java.util.Map;
import org.tucuxi.http.RawResponse;

/**
 * {@code response-received.{sid}.{op}}: an attempt ended, with a parsed response or with an exception.
 *
 * <p><b>When:</b> on the client's emitter, once for each attempt, after parsing.
 * <p><b>May change:</b> the parsed response and the context, in place.
 * <p><b>Answer:</b> ignored. <b>Error:</b> ends the call through {@code after-call-error}.
 * <p><b>Stability:</b> internal.
 */
public final class ResponseReceived extends Event<Void> {

    private final RawResponse responseDict;
    private final Map<String, Object> parsedResponse;
    private final Map<String, Object> context;
    private final Throwable exception;

    /**
     * Makes the event.
     *
     * @param name the full event name
     * @param responseDict a fresh conversion of the response, or null
     * @param parsedResponse the parsed response, or null
     * @param context the context of the call
     * @param exception what sending threw, or null
     */
    public ResponseReceived(String name, RawResponse responseDict, Map<String, Object> parsedResponse,
            Map<String, Object> context, Throwable exception) {
        super(name);
        this.responseDict = responseDict;
        this.parsedResponse = parsedResponse;
        this.context = context;
        this.exception = exception;
    }

    /**
     * A fresh conversion of the response, or null.
     *
     * @return the argument {@code response_dict}
     */
    public RawResponse responseDict() {
        return responseDict;
    }

    /**
     * The parsed response, or null.
     *
     * @return the argument {@code parsed_response}
     */
    public Map<String, Object> parsedResponse() {
        return parsedResponse;
    }

    /**
     * The context of the call.
     *
     * @return the argument {@code context}
     */
    public Map<String, Object> context() {
        return context;
    }

    /**
     * What sending threw, or null.
     *
     * @return the argument {@code exception}
     */
    public Throwable exception() {
        return exception;
    }

    @Override
    public Map<String, Object> arguments() {
        return Arguments.of("response_dict", responseDict, "parsed_response", parsedResponse, "context", context,
                "exception", exception);
    }

    @Override
    public Class<?> answerType() {
        return Void.class;
    }
}
