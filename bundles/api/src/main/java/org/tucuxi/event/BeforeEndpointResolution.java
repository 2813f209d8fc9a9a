package org.tucuxi.event;

import java.util.Map;
import org.tucuxi.model.OperationModel;

/**
 * {@code before-endpoint-resolution.{sid}}: the endpoint rule set is about to be evaluated. The name has no operation part.
 *
 * <p><b>When:</b> on the client's emitter, once for each evaluation (once a call, and once more for an S3 region redirect); only when
 * the service has a rule set.
 * <p><b>May change:</b> built-ins, parameters and context, in place.
 * <p><b>Answer:</b> ignored. <b>Error:</b> ends the call and reaches the caller.
 * <p><b>Stability:</b> internal.
 */
public final class BeforeEndpointResolution extends Event<Void> {

    private final Map<String, Object> builtins;
    private final OperationModel model;
    private final Map<String, Object> params;
    private final Map<String, Object> context;

    /**
     * Makes the event.
     *
     * @param name the full event name
     * @param builtins the built-in values of the rule set, a copy for this call; a value may be a {@link java.util.function.Supplier}, asked only when the rules need it
     * @param model the operation
     * @param params the parameters of the call
     * @param context the context of the call
     */
    public BeforeEndpointResolution(String name, Map<String, Object> builtins, OperationModel model,
            Map<String, Object> params, Map<String, Object> context) {
        super(name);
        this.builtins = builtins;
        this.model = model;
        this.params = params;
        this.context = context;
    }

    /**
     * The built-in values of the rule set, a copy for this call; a value may be a {@link java.util.function.Supplier}, asked only when the rules need it.
     *
     * @return the argument {@code builtins}
     */
    public Map<String, Object> builtins() {
        return builtins;
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
     * The parameters of the call.
     *
     * @return the argument {@code params}
     */
    public Map<String, Object> params() {
        return params;
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
        return Arguments.of("builtins", builtins, "model", model, "params", params, "context", context);
    }

    @Override
    public Class<?> answerType() {
        return Void.class;
    }
}
