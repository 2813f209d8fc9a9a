package org.tucuxi.client;

import java.util.Map;
import java.util.Set;
import org.tucuxi.CallOptions;

/**
 * What a call is for, beside its parameters.
 *
 * @param options its limits
 * @param features the ids of the features that make it, for the user agent to name
 */
record Purpose(CallOptions options, Set<String> features) {

    /** A call like any other. */
    static final Purpose PLAIN = new Purpose(CallOptions.NONE, Set.of());

    static Purpose within(CallOptions options) {
        return options.equals(CallOptions.NONE) ? PLAIN : new Purpose(options, Set.of());
    }

    static Purpose naming(Set<String> features) {
        return new Purpose(CallOptions.NONE, features);
    }

    /** The parameters for a method that is no operation: nothing is known of how it could be limited. */
    Map<String, ?> unlimited(String method, Map<String, ?> parameters) {
        if (!options.equals(CallOptions.NONE)) {
            throw new IllegalArgumentException(method + " is no operation of this client, or a handler put a method in its"
                    + " place: only operations take call options");
        }
        return parameters;
    }
}
