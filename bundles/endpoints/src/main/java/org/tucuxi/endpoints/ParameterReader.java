package org.tucuxi.endpoints;

import java.util.List;
import java.util.Map;
import org.tucuxi.endpoint.EndpointResolutionException;
import org.tucuxi.endpoint.RuleSet.Parameter;

/**
 * Takes a parameter's value from those that were given.
 *
 * @param parameter the parameter
 * @param used whether a rule reads it. What no rule reads is checked and then forgotten, so that it does not spoil the
 *        kept resolutions: S3's Key, Prefix and CopySource are such
 */
record ParameterReader(Parameter parameter, boolean used) {

    Object read(Map<String, Object> given) {
        Object value = given.get(parameter.name());
        if (value == null) {
            if (parameter.defaultValue() == null && parameter.required()) {
                throw new EndpointResolutionException(
                        "Cannot find value for required parameter " + parameter.name());
            }
            return used ? parameter.defaultValue() : null;
        }
        if (!fits(parameter, value)) {
            throw new EndpointResolutionException("Value (" + parameter.name() + ") is the wrong type. Must be "
                    + parameter.type() + ".");
        }
        if (!used) {
            return null;
        }
        return value instanceof List<?> list ? List.copyOf(list) : value;
    }

    static boolean fits(Parameter parameter, Object value) {
        return switch (parameter.type()) {
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            default -> value instanceof List<?> list && areTexts(list);
        };
    }

    private static boolean areTexts(List<?> list) {
        for (Object element : list) {
            if (!(element instanceof String)) {
                return false;
            }
        }
        return true;
    }
}
