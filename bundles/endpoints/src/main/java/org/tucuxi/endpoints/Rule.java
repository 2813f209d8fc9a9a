package org.tucuxi.endpoints;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.endpoint.Endpoint;
import org.tucuxi.endpoint.EndpointResolutionException;

/**
 * A rule, compiled. Variables need no copy for each rule: the compiler lets a rule see only what itself and the rules
 * around it assign, so what a rule beside it left in a slot is never read.
 */
sealed interface Rule {

    /**
     * Evaluates the rule.
     *
     * @param variables by slot
     * @return the endpoint, or null when the rule does not apply
     * @throws EndpointResolutionException when the rule refuses the parameters
     */
    Endpoint evaluate(Object[] variables);

    /** A condition fails with false or null; an empty text or a zero passes. */
    private static boolean holds(List<Expression> conditions, Object[] variables) {
        for (int i = 0; i < conditions.size(); i++) {
            Object result = conditions.get(i).evaluate(variables);
            if (result == null || Boolean.FALSE.equals(result)) {
                return false;
            }
        }
        return true;
    }

    /** Rules under common conditions; when none of them applies, the evaluation goes on behind the tree. */
    record Tree(List<Expression> conditions, List<Rule> rules) implements Rule {

        @Override
        public Endpoint evaluate(Object[] variables) {
            return holds(conditions, variables) ? first(rules, variables) : null;
        }

        static Endpoint first(List<Rule> rules, Object[] variables) {
            for (int i = 0; i < rules.size(); i++) {
                Endpoint endpoint = rules.get(i).evaluate(variables);
                if (endpoint != null) {
                    return endpoint;
                }
            }
            return null;
        }
    }

    /** An answer. */
    record Found(List<Expression> conditions, Expression url, Properties properties,
            Map<String, List<Expression>> headers, Place place) implements Rule {

        @Override
        public Endpoint evaluate(Object[] variables) {
            if (!holds(conditions, variables)) {
                return null;
            }
            return new Endpoint(text(url, variables, place.member("url")), headers(variables),
                    properties.evaluate(variables));
        }

        private Map<String, List<String>> headers(Object[] variables) {
            if (headers.isEmpty()) {
                return Map.of();
            }
            Map<String, List<String>> result = new LinkedHashMap<>();
            headers.forEach((name, values) -> result.put(name, values.stream()
                    .map(value -> text(value, variables, place.member("headers").member(name))).toList()));
            return Collections.unmodifiableMap(result);
        }
    }

    /** A refusal. */
    record Refused(List<Expression> conditions, Expression error, Place place) implements Rule {

        @Override
        public Endpoint evaluate(Object[] variables) {
            if (holds(conditions, variables)) {
                throw new EndpointResolutionException(text(error, variables, place));
            }
            return null;
        }
    }

    private static String text(Expression expression, Object[] variables, Place place) {
        if (expression.evaluate(variables) instanceof String text) {
            return text;
        }
        throw place.failed("this must be a string");
    }
}
