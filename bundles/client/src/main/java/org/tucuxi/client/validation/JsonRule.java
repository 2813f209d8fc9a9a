package org.tucuxi.client.validation;

import java.util.Collection;
import java.util.Map;

/** A value that is sent as JSON in a header. */
final class JsonRule extends Rule {

    JsonRule(boolean secret) {
        super(secret);
    }

    @Override
    boolean check(Object value, Report report, int depth) {
        String reason = reason(value, depth);
        if (reason != null && report != null) {
            report.add("Invalid parameter " + report.name() + " must be json serializable: " + reason);
        }
        return reason == null;
    }

    /** Why JSON cannot say it; null when it can. */
    private static String reason(Object value, int depth) {
        if (value == null || DocumentRule.isScalar(value)) {
            return null;
        }
        if (depth > DEEPEST) {
            return "There are more than " + DEEPEST + " levels; a value may contain itself";
        }
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String reason = entry.getKey() == null || DocumentRule.isScalar(entry.getKey())
                        ? reason(entry.getValue(), depth + 1)
                        : "keys must be text, numbers, booleans or null, not "
                                + entry.getKey().getClass().getTypeName();
                if (reason != null) {
                    return reason;
                }
            }
            return null;
        }
        if (value instanceof Collection<?> items) {
            for (Object item : items) {
                String reason = reason(item, depth + 1);
                if (reason != null) {
                    return reason;
                }
            }
            return null;
        }
        return "Object of type " + value.getClass().getTypeName() + " is not JSON serializable";
    }
}
