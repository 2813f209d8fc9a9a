package org.tucuxi.event;

import java.util.Map;
import org.tucuxi.http.RawResponse;
import org.tucuxi.model.OperationModel;

/**
 * {@code before-parse.{sid}.{op}}: a response arrived and is not parsed yet.
 *
 * <p><b>When:</b> on the client's emitter, once for each attempt that got an HTTP response.
 * <p><b>May change:</b> status, headers and body of the raw response; entries for the parsed result.
 * <p><b>Answer:</b> ignored. <b>Error:</b> ends the call through {@code after-call-error}; neither {@code response-received} nor
 * {@code needs-retry} is emitted.
 * <p><b>Stability:</b> internal.
 */
public final class BeforeParse extends Event<Void> {

    private final OperationModel operationModel;
    private final RawResponse responseDict;
    private final Map<String, Object> customizedResponseDict;

    /**
     * Makes the event.
     *
     * @param name the full event name
     * @param operationModel the operation
     * @param responseDict headers, status, body and context of the response
     * @param customizedResponseDict empty; entries are merged over the parsed result
     */
    public BeforeParse(String name, OperationModel operationModel, RawResponse responseDict,
            Map<String, Object> customizedResponseDict) {
        super(name);
        this.operationModel = operationModel;
        this.responseDict = responseDict;
        this.customizedResponseDict = customizedResponseDict;
    }

    /**
     * The operation.
     *
     * @return the argument {@code operation_model}
     */
    public OperationModel operationModel() {
        return operationModel;
    }

    /**
     * Headers, status, body and context of the response.
     *
     * @return the argument {@code response_dict}
     */
    public RawResponse responseDict() {
        return responseDict;
    }

    /**
     * Empty; entries are merged over the parsed result.
     *
     * @return the argument {@code customized_response_dict}
     */
    public Map<String, Object> customizedResponseDict() {
        return customizedResponseDict;
    }

    @Override
    public Map<String, Object> arguments() {
        return Arguments.of("operation_model", operationModel, "response_dict", responseDict,
                "customized_response_dict", customizedResponseDict);
    }

    @Override
    public Class<?> answerType() {
        return Void.class;
    }
}
