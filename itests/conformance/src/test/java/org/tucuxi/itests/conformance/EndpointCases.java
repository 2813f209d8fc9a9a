package org.tucuxi.itests.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tucuxi.endpoint.Endpoint;
import org.tucuxi.endpoint.EndpointResolutionException;
import org.tucuxi.endpoint.RuleSet;

/** Runs the cases of an endpoint-tests document against a rule set. */
final class EndpointCases {

    private EndpointCases() {
    }

    static List<Result> run(String prefix, Map<String, Object> document, RuleSet rules) {
        List<Result> results = new ArrayList<>();
        for (Map<String, Object> test : Json.members(document, "testCases")) {
            results.add(Result.of(id(prefix, results.size(), test), () -> check(test, rules)));
        }
        return results;
    }

    /** All cases of a document that cannot be run. */
    static List<Result> failed(String prefix, Map<String, Object> document, String reason) {
        List<Result> results = new ArrayList<>();
        for (Map<String, Object> test : Json.members(document, "testCases")) {
            results.add(Result.failed(id(prefix, results.size(), test), reason));
        }
        return results;
    }

    private static String id(String prefix, int index, Map<String, Object> test) {
        return prefix + "#" + index + " " + test.getOrDefault("documentation", "");
    }

    private static void check(Map<String, Object> test, RuleSet rules) {
        Map<String, Object> params = Json.member(test, "params");
        Map<String, Object> expected = Json.member(test, "expect");
        Endpoint endpoint;
        try {
            endpoint = rules.resolve(params);
        } catch (EndpointResolutionException e) {
            Result.expect("error", expected.get("error"), e.getMessage());
            return;
        }
        Result.expect("error", expected.get("error"), null);
        Map<String, Object> wanted = Json.member(expected, "endpoint");
        Result.expect("url", wanted.get("url"), endpoint.url());
        Result.expect("headers", Json.member(wanted, "headers"), endpoint.headers());
        Result.expect("properties", Json.member(wanted, "properties"), endpoint.properties());
    }
}
