package org.tucuxi.endpoints;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.endpoint.RuleSet;

/** Writes rule-set documents for tests. */
final class Rules {

    private Rules() {
    }

    static RuleSet compileDocument(Map<String, Object> document) {
        return new CompilingEndpointRules().compile(document, "tests");
    }

    static RuleSet compile(Map<String, Object> parameters, Object... rules) {
        return compileDocument(document(parameters, rules));
    }

    static Map<String, Object> document(Map<String, Object> parameters, Object... rules) {
        return Map.of("version", "1.0", "parameters", parameters, "rules", Arrays.asList(rules));
    }

    /** Parameters that are optional strings. */
    static Map<String, Object> strings(String... names) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (String name : names) {
            parameters.put(name, Map.of("type", "string"));
        }
        return parameters;
    }

    static Map<String, Object> tree(List<Object> conditions, Object... rules) {
        return Map.of("type", "tree", "conditions", conditions, "rules", Arrays.asList(rules));
    }

    static Map<String, Object> endpoint(List<Object> conditions, Object url) {
        return Map.of("type", "endpoint", "conditions", conditions, "endpoint", Map.of("url", url));
    }

    static Map<String, Object> error(List<Object> conditions, Object text) {
        return Map.of("type", "error", "conditions", conditions, "error", text);
    }

    static Map<String, Object> fn(String name, Object... arguments) {
        return Map.of("fn", name, "argv", Arrays.asList(arguments));
    }

    static Map<String, Object> assign(String variable, Map<String, Object> call) {
        Map<String, Object> assigning = new LinkedHashMap<>(call);
        assigning.put("assign", variable);
        return assigning;
    }

    static Map<String, Object> ref(String name) {
        return Map.of("ref", name);
    }
}
