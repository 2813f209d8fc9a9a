package org.tucuxi.event;

import java.util.Map;
import org.tucuxi.http.AwsRequest;

/**
 * {@code request-created.{sid}.{op}}: a request was created. Signing happens inside this emission, in the middle section of the
 * service's node.
 *
 * <p><b>When:</b> on the client's emitter, once for each attempt.
 * <p><b>May change:</b> the request. What must be signed belongs on the operation's node or in the first section of the service's node;
 * what is added on shallower nodes is not signed.
 * <p><b>Answer:</b> ignored. <b>Error:</b> ends the call through {@code after-call-error}; no retry.
 * <p><b>Stability:</b> documented by boto3's guide.
 */
public final class RequestCreated extends Event<Void> {

    private final AwsRequest request;
    private final String operationName;

    /**
     * Makes the event.
     *
     * @param name the full event name
     * @param request the request, unsigned when the first handler sees it
     * @param operationName the operation's name
     */
    public RequestCreated(String name, AwsRequest request, String operationName) {
        super(name);
        this.request = request;
        this.operationName = operationName;
    }

    /**
     * The request, unsigned when the first handler sees it.
     *
     * @return the argument {@code request}
     */
    public AwsRequest request() {
        return request;
    }

    /**
     * The operation's name.
     *
     * @return the argument {@code operation_name}
     */
    public String operationName() {
        return operationName;
    }

    @Override
    public Map<String, Object> arguments() {
        return Arguments.of("request", request, "operation_name", operationName);
    }

    @Override
    public Class<?> answerType() {
        return Void.class;
    }
}
