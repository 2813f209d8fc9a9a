package org.tucuxi.event;

import java.util.Map;
import org.tucuxi.model.OperationModel;

/**
 * {@code before-parameter-build.{sid}.{op}}: after defaults are in, before the endpoint is resolved and parameters are validated.
 *
 * <p><b>When:</b> on the client's emitter, once for each call.
 * <p><b>May change:</b> the parameters and the context, in place.
 * <p><b>Answer:</b> ignored. <b>Error:</b> ends the call and reaches the caller; neither {@code after-call} nor {@code after-call-error} is
 * emitted.
 * <p><b>Stability:</b> internal.
 */
public final class BeforeParameterBuild extends Event<Void> {

    private final Map<String, Object> params;
    private final OperationModel model;
    private final Map<String, Object> context;

    /**
     * Makes the event.
     *
     * @param name the full event name
     * @param params the parameters of the call
     * @param model the operation
     * @param context the context of the call
     */
    public BeforeParameterBuild(String name, Map<String, Object> params, OperationModel model,
            Map<String, Object> context) {
        super(name);
        this.params = params;
        this.model = model;
        this.context = context;
    }

    /**
     * The parameters of the call.
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
        return Void.class;
    }
}
