package org.tucuxi.event;

import java.util.Map;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.OperationModel;
import org.tucuxi.signing.RequestSigner;

/**
 * {@code before-call.{sid}.{op}}: the request is serialised, and nothing is signed or sent yet.
 *
 * <p><b>When:</b> on the client's emitter, once for each call, after validation and serialisation.
 * <p><b>May change:</b> the serialised request and the context, in place: for example
 * {@code event.params().headers().put("X-Custom-Header", "CustomValue")}.
 * <p><b>Answer:</b> until the first: it replaces the whole send, parse and retry phase; {@code after-call} follows. <b>Error:</b> ends the
 * call and reaches the caller; neither {@code after-call} nor {@code after-call-error} is emitted.
 * <p><b>Stability:</b> documented by boto3's guide.
 */
public final class BeforeCall extends Event<BeforeCall.Answer> {

    private final OperationModel model;
    private final SerializedRequest params;
    private final RequestSigner requestSigner;
    private final Map<String, Object> context;

    /**
     * Makes the event.
     *
     * @param name the full event name
     * @param model the operation
     * @param params the serialised request: path, query, headers, body
     * @param requestSigner the signer of the client
     * @param context the context of the call
     */
    public BeforeCall(String name, OperationModel model, SerializedRequest params, RequestSigner requestSigner,
            Map<String, Object> context) {
        super(name);
        this.model = model;
        this.params = params;
        this.requestSigner = requestSigner;
        this.context = context;
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
     * The serialised request: path, query, headers, body.
     *
     * @return the argument {@code params}
     */
    public SerializedRequest params() {
        return params;
    }

    /**
     * The signer of the client.
     *
     * @return the argument {@code request_signer}
     */
    public RequestSigner requestSigner() {
        return requestSigner;
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
        return Arguments.of("model", model, "params", params, "request_signer", requestSigner, "context", context);
    }

    @Override
    public Class<?> answerType() {
        return Answer.class;
    }

    /**
     * The pair that replaces sending.
     *
     * @param httpResponse the HTTP response; its status decides whether the call succeeds
     * @param parsed the parsed response: mutable, it becomes the result of the call
     */
    public record Answer(HttpResponse httpResponse, Map<String, Object> parsed) {
    }
}
