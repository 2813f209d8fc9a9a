package org.tucuxi.client.paginator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.paginator.PageIterator;
import org.tucuxi.paginator.PaginationException;
import org.tucuxi.paginator.Paginator;

/** A paginator of one client. */
record OperationPaginator(PaginatorPlan plan, PageCall call) implements Paginator {

    @Override
    public String operationName() {
        return plan.operation();
    }

    @Override
    public List<String> resultKeys() {
        return plan.resultKeyTexts();
    }

    @Override
    public PageIterator paginate(Map<String, ?> parameters) {
        Map<String, Object> copy = new LinkedHashMap<>(parameters);
        Object config = copy.remove(PAGINATION_CONFIG);
        if (config == null) {
            return new Reading(plan, call, copy, null, null);
        }
        if (!(config instanceof Map<?, ?> wanted)) {
            throw wrong(PAGINATION_CONFIG, "a map with MaxItems, StartingToken, PageSize", config);
        }
        Integer maxItems = integer(MAX_ITEMS, wanted.get(MAX_ITEMS));
        if (maxItems != null && maxItems < 0) {
            throw wrong(MAX_ITEMS, "zero or more", maxItems);
        }
        Object token = wanted.get(STARTING_TOKEN);
        if (token != null && !(token instanceof CharSequence)) {
            throw wrong(STARTING_TOKEN, "a text, as resumeToken() gives it", token);
        }
        Object pageSize = pageSize(wanted.get(PAGE_SIZE));
        if (pageSize != null) {
            copy.put(plan.limitKey(), pageSize);
        }
        return new Reading(plan, call, copy, maxItems, token == null ? null : token.toString());
    }

    private Object pageSize(Object wanted) {
        if (wanted == null) {
            return null;
        }
        if (plan.limitKey() == null) {
            throw new PaginationException("Error during pagination: PageSize parameter is not supported for the pagination"
                    + " interface for this operation.");
        }
        return plan.limitIsText() ? wanted.toString() : integer(PAGE_SIZE, wanted);
    }

    private static Integer integer(String name, Object value) {
        try {
            if (value instanceof Number number) {
                return Math.toIntExact((long) number.doubleValue());
            }
            return value == null ? null : Integer.valueOf(((CharSequence) value).toString().trim());
        } catch (ArithmeticException | NumberFormatException | ClassCastException e) {
            throw wrong(name, "a number", value);
        }
    }

    private static IllegalArgumentException wrong(String name, String wanted, Object found) {
        return new IllegalArgumentException(name + " must be " + wanted + "; it is " + found);
    }

    @Override
    public String toString() {
        return "Paginator(" + plan.operation() + ')';
    }
}
