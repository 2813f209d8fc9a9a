package org.tucuxi.client.waiter;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tucuxi.InvalidExpressionException;
import org.tucuxi.client.jmespath.JsonText;
import org.tucuxi.client.jmespath.Query;
import org.tucuxi.waiter.WaiterConfigException;

/**
 * One rule of a waiter: what an answer must have, and what it means then.
 *
 * @param state success, failure or retry
 * @param matches whether an answer is meant
 * @param explanation the rule in words, for errors
 */
record Acceptor(String state, Predicate<Map<String, Object>> matches, String explanation) {

    static final String SUCCESS = "success";
    static final String FAILURE = "failure";

    static Acceptor of(Object config, String place) {
        if (!(config instanceof Map<?, ?> map)) {
            throw wrong(place + ": an acceptor must be a map");
        }
        String state = text(map, "state", place);
        String matcher = text(map, "matcher", place);
        if (!map.containsKey("expected")) {
            throw wrong(place + ": an acceptor has no \"expected\"");
        }
        Object expected = map.get("expected");
        String shown = expected instanceof String text ? text : JsonText.spaced(expected);
        return switch (matcher) {
            case "status" -> new Acceptor(state, response -> Query.equal(status(response), expected),
                    "Matched expected HTTP status code: " + shown);
            case "error" -> new Acceptor(state, error(expected), "Matched expected service error code: " + shown);
            case "path", "pathAll", "pathAny" -> path(state, matcher, text(map, "argument", place), expected, shown, place);
            default -> throw wrong(place + ": Unknown acceptor: " + matcher);
        };
    }

    private static Acceptor path(String state, String matcher, String argument, Object expected, String shown, String place) {
        Query query;
        try {
            query = Query.of(argument);
        } catch (InvalidExpressionException e) {
            throw new WaiterConfigException("Error processing waiter config: " + place + ": " + e.getMessage(), e);
        }
        Predicate<Object> matches = switch (matcher) {
            case "path" -> found -> Query.equal(found, expected);
            case "pathAll" -> found -> found instanceof List<?> list && !list.isEmpty()
                    && list.stream().allMatch(each -> Query.equal(each, expected));
            default -> found -> found instanceof List<?> list && list.stream().anyMatch(each -> Query.equal(each, expected));
        };
        String what = switch (matcher) {
            case "path" -> "we matched expected path: \"" + shown + '"';
            case "pathAll" -> "all members matched expected path: \"" + shown + '"';
            default -> "we matched expected path: \"" + shown + "\" at least once";
        };
        return new Acceptor(state, response -> !isError(response) && matches.test(query.search(response)),
                "For expression \"" + argument + "\" " + what);
    }

    private static Predicate<Map<String, Object>> error(Object expected) {
        if (Boolean.TRUE.equals(expected)) {
            return Acceptor::isError;
        }
        if (Boolean.FALSE.equals(expected)) {
            return response -> !response.containsKey("Error");
        }
        return response -> Query.equal(response.get("Error") instanceof Map<?, ?> error && error.containsKey("Code")
                ? error.get("Code") : "", expected);
    }

    private static Object status(Map<String, Object> response) {
        return response.get("ResponseMetadata") instanceof Map<?, ?> metadata ? metadata.get("HTTPStatusCode") : null;
    }

    /** Whether a service answered with an error; a result may have a member {@code Error}, too, which has no code then. */
    static boolean isError(Map<String, Object> response) {
        return response.get("Error") instanceof Map<?, ?> error && error.containsKey("Code");
    }

    private static String text(Map<?, ?> config, String key, String place) {
        if (config.get(key) instanceof String text) {
            return text;
        }
        throw wrong(place + ": an acceptor must have a text \"" + key + '"');
    }

    private static WaiterConfigException wrong(String reason) {
        return new WaiterConfigException("Error processing waiter config: " + reason);
    }
}
