package org.tucuxi.client.waiter;

import java.util.Map;

/** Calls the operation of a waiter. */
@FunctionalInterface
public interface WaiterCall {

    /**
     * Calls the operation.
     *
     * @param operation its name as the model has it
     * @param parameters its parameters
     * @return the result
     */
    Map<String, Object> call(String operation, Map<String, Object> parameters);
}
