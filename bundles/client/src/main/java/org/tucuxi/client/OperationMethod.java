package org.tucuxi.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tucuxi.Client;
import org.tucuxi.ClientMethod;
import org.tucuxi.TucuxiException;
import org.tucuxi.model.ServiceModel;

/** An operation as a method: takes one map of parameters, or nothing. */
record OperationMethod(String operation) implements ClientMethod {

    @Override
    public Object invoke(Client client, Object... arguments) {
        return ((LiveClient) client).callOperation(operation, parameters(operation, arguments), Purpose.PLAIN);
    }

    @SuppressWarnings("unchecked")
    static Map<String, ?> parameters(String method, Object... arguments) {
        if (arguments == null || arguments.length == 0 || arguments.length == 1 && arguments[0] == null) {
            return Map.of();
        }
        if (arguments.length == 1 && arguments[0] instanceof Map<?, ?> map) {
            return (Map<String, ?>) map;
        }
        throw new IllegalArgumentException(method + "() takes one Map of parameters by name, or nothing; it was given "
                + arguments.length + " argument" + (arguments.length == 1 ? " of " + arguments[0].getClass() : "s"));
    }

    static Map<String, ClientMethod> all(ServiceModel model) {
        Map<String, ClientMethod> result = new LinkedHashMap<>();
        model.methodToOperation().forEach((method, operation) -> result.put(method, new OperationMethod(operation)));
        return Collections.unmodifiableMap(result);
    }

    /** What a method gave that stands for an operation. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> asResult(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new TucuxiException("Method " + name + " gave " + (value == null ? "null" : "a " + value.getClass().getName())
                + " where call() needs a Map; use invoke(\"" + name + "\", …)");
    }
}
