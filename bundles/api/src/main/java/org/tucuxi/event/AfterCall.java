package org.tucuxi.event;

import java.util.Map;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.model.OperationModel;

/**
 * {@code after-call.{sid}.{op}}: a response is there, for success and for HTTP error statuses alike, before an error is thrown.
 *
 * <p><b>When:</b> on the client's emitter, once for each call; also after an answer of {@code before-call}.
 * <p><b>May change:</b> the parsed response and the context, in place.
 * <p><b>Answer:</b> ignored. <b>Error:</b> replaces the result and reaches the caller.
 * <p><b>Stability:</b> documented by boto3's guide.
 */
public final class AfterCall extends Event<Void> {

    private final HttpResponse httpResponse;
    private final Map<String, Object> parsed;
    private final OperationModel model;
    private final Map<String, Object> context;

    /**
     * Makes the event.
     *
     * @param name the full event name
     * @param httpResponse the HTTP response
     * @param parsed the parsed response: the result of the call to be
     * @param model the operation
     * @param context the context of the call
     */
    public AfterCall(String name, HttpResponse httpResponse, Map<String, Object> parsed, OperationModel model,
            Map<String, Object> context) {
        super(name);
        this.httpResponse = httpResponse;
        this.parsed = parsed;
        this.model = model;
        this.context = context;
    }

    /**
     * The HTTP response.
     *
     * @return the argument {@code http_response}
     */
    public HttpResponse httpResponse() {
        return httpResponse;
    }

    /**
     * The parsed response: the result of the call to be.
     *
     * @return the argument {@code parsed}
     */
    public Map<String, Object> parsed() {
        return parsed;
    }

    /**
     * The operation.
     *
     * @return the argument {@code model}
     */
    public OperationModel model() {
        return model;
    }

    /**
     * The context of the call.
     *
     * @return the argument {@code context}
     */
    public Map<String, Object> context() {
        return context;
    }

    @Override
    public Map<String, Object> arguments() {
        return Arguments.of("http_response", httpResponse, "parsed", parsed, "model", model, "context", context);
    }

    @Override
    public Class<?> answerType() {
        return Void.class;
    }
}
