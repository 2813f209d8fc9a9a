package org.tucuxi.event;

import java.util.Map;
import org.tucuxi.model.OperationModel;

/**
 * {@code provide-client-params.{sid}.{op}}: before the parameters of a call are validated. The place for default parameters.
 *
 * <p><b>When:</b> on the client's emitter, once for each call, first of all.
 * <p><b>May change:</b> the parameters and the context, in place.
 * <p><b>Answer:</b> all handlers run; the first map that is not null replaces the parameters. <b>Error:</b> ends the call and reaches the
 * caller; neither {@code after-call} nor {@code after-call-error} is emitted.
 * <p><b>Stability:</b> documented by boto3's guide.
 */
public final class ProvideClientParams extends Event<Map<String, Object>> {

    private final Map<String, Object> params;
    private final OperationModel model;
    private final Map<String, Object> context;

    /**
     * Makes the event.
     *
     * @param name the full event name
     * @param params what the caller passed; a mutable copy when the caller passed an unmodifiable map
     * @param model the operation
     * @param context the context of the call
     */
    public ProvideClientParams(String name, Map<String, Object> params, OperationModel model,
            Map<String, Object> context) {
        super(name);
        this.params = params;
        this.model = model;
        this.context = context;
    }

    /**
     * What the caller passed; a mutable copy when the caller passed an unmodifiable map.
     *
     * @return the argument {@code params}
     */
    public Map<String, Object> params() {
        return params;
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
        return Arguments.of("params", params, "model", model, "context", context);
    }

    @Override
    public Class<?> answerType() {
        return Map.class;
    }
}
