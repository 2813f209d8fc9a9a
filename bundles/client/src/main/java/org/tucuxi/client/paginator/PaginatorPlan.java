package org.tucuxi.client.paginator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.InvalidExpressionException;
import org.tucuxi.client.jmespath.Query;
import org.tucuxi.model.ModelException;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.Shape;
import org.tucuxi.model.ShapeType;

/**
 * A paginator's entry in the model, compiled.
 *
 * @param operation the operation's API name
 * @param inputTokens the parameters that carry the token
 * @param outputTokens where the next token's parts are in a page, in the order of the parameters
 * @param resultKeys where the results are in a page, the primary ones first
 * @param nonAggregateKeys what belongs to no page
 * @param moreResults what a page must have unless it is the last, or null
 * @param limitKey the parameter of the page size, or null
 * @param limitIsText whether that one is a text
 */
record PaginatorPlan(String operation, List<String> inputTokens, List<Query> outputTokens, List<Query> resultKeys,
        List<Query> nonAggregateKeys, Query moreResults, String limitKey, boolean limitIsText) {

    static PaginatorPlan of(Object entry, OperationModel operation, String place) {
        if (!(entry instanceof Map<?, ?> map)) {
            throw new ModelException(place + ": the entry must be a map");
        }
        List<String> inputs = texts(map, "input_token", place);
        List<Query> results = queries(map, "result_key", place);
        if (inputs.isEmpty() || results.isEmpty()) {
            throw new ModelException(place + ": \"input_token\" and \"result_key\" must be there");
        }
        String limit = texts(map, "limit_key", place).stream().findFirst().orElse(null);
        Shape shape = limit == null || operation.input() == null ? null : operation.input().members().get(limit);
        return new PaginatorPlan(operation.name(), inputs, queries(map, "output_token", place), results,
                queries(map, "non_aggregate_keys", place),
                queries(map, "more_results", place).stream().findFirst().orElse(null),
                limit, shape != null && shape.type() == ShapeType.STRING);
    }

    private static List<Query> queries(Map<?, ?> entry, String key, String place) {
        List<Query> queries = new ArrayList<>();
        for (String text : texts(entry, key, place)) {
            try {
                queries.add(Query.of(text));
            } catch (InvalidExpressionException e) {
                throw new ModelException(place + ", \"" + key + "\": " + e.getMessage(), e);
            }
        }
        return List.copyOf(queries);
    }

    private static List<String> texts(Map<?, ?> entry, String key, String place) {
        Object value = entry.get(key);
        List<String> texts = new ArrayList<>();
        for (Object each : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
            if (!(each instanceof String text)) {
                throw new ModelException(place + ": \"" + key + "\" must be a text or a list of texts");
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    Query primary() {
        return resultKeys.get(0);
    }

    List<String> resultKeyTexts() {
        return resultKeys.stream().map(Query::text).toList();
    }

    /** The next token as a page has it: values by input token; null for what is not there or says nothing. */
    Map<String, Object> nextToken(Object page) {
        if (moreResults != null && !PageValues.saysSomething(moreResults.search(page))) {
            return Map.of();
        }
        Map<String, Object> tokens = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(inputTokens.size(), outputTokens.size()); i++) {
            Object token = outputTokens.get(i).search(page);
            tokens.put(inputTokens.get(i), PageValues.saysSomething(token) ? token : null);
        }
        return tokens;
    }
}
