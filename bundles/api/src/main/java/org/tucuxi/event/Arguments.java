package org.tucuxi.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds argument maps that keep their order and may hold null. */
final class Arguments {

    private Arguments() {
    }

    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> arguments = new LinkedHashMap<>(namesAndValues.length);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(arguments);
    }
}
