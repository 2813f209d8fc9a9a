package org.tucuxi.modeltool.smithy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;

/** The document {@code waiters-2} of a service, from its waitable traits. */
final class Waiters {

    private static final String WAITABLE = "smithy.waiters#waitable";
    /** How long a waiter waits, for Smithy's have no number of attempts: most of botocore's wait as long. */
    private static final int SECONDS = 600;
    private static final String MATCHER = "matcher";
    private static final String EXPECTED = "expected";
    private static final String ERROR = "error";
    private static final String PATH = "path";
    private static final Map<String, String> COMPARATORS =
            Map.of("stringEquals", PATH, "booleanEquals", PATH, "allStringEquals", "pathAll",
                    "anyStringEquals", "pathAny");

    private final Model model;
    private final ServiceShape service;
    private final WireNames names;

    private Waiters(Model model, ServiceShape service, WireNames names) {
        this.model = model;
        this.service = service;
        this.names = names;
    }

    /** The document; null when there are no waiters. */
    static Map<String, Object> of(Model model, ServiceShape service, WireNames names,
            Iterable<OperationShape> operations) {
        Waiters conversion = new Waiters(model, service, names);
        Map<String, Object> waiters = new TreeMap<>();
        for (OperationShape operation : operations) {
            Traits.map(operation, WAITABLE).forEach((name, waiter) -> {
                Map<String, Object> converted = conversion.waiter(operation, (Map<?, ?>) waiter);
                if (converted != null) {
                    waiters.put(name, converted);
                }
            });
        }
        if (waiters.isEmpty()) {
            return null;
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", 2);
        document.put("waiters", waiters);
        return document;
    }

    private Map<String, Object> waiter(OperationShape operation, Map<?, ?> waiter) {
        List<Object> acceptors = new ArrayList<>();
        for (Object acceptor : (List<?>) waiter.get("acceptors")) {
            Map<String, Object> converted = acceptor(operation, (Map<?, ?>) acceptor);
            if (converted == null) {
                return null;
            }
            acceptors.add(converted);
        }
        int delay = waiter.get("minDelay") instanceof Number number ? number.intValue() : 2;
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("operation", operation.getId().getName(service));
        result.put("delay", delay);
        result.put("maxAttempts", Math.max(1, SECONDS / Math.max(1, delay)));
        result.put("acceptors", acceptors);
        return result;
    }

    /** Null for what {@code waiters-2} has no word for. */
    private Map<String, Object> acceptor(OperationShape operation, Map<?, ?> acceptor) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("state", acceptor.get("state"));
        Map<?, ?> matcher = (Map<?, ?>) acceptor.get(MATCHER);
        if (matcher.get("success") instanceof Boolean success) {
            result.put(MATCHER, ERROR);
            result.put(EXPECTED, !success);
        } else if (matcher.get("errorType") instanceof String error) {
            result.put(MATCHER, ERROR);
            result.put(EXPECTED, code(operation, error));
        } else if (matcher.get("output") instanceof Map<?, ?> output
                && COMPARATORS.containsKey(String.valueOf(output.get("comparator")))) {
            result.put(MATCHER, COMPARATORS.get(output.get("comparator")));
            result.put("argument", output.get(PATH));
            Object expected = output.get(EXPECTED);
            boolean isFlag = "booleanEquals".equals(output.get("comparator"));
            result.put(EXPECTED, isFlag ? Boolean.valueOf(String.valueOf(expected)) : expected);
        } else {
            return null;
        }
        return result;
    }

    /** What the wire calls an error: a waiter names the shape, absolutely or not, or a code that has no shape. */
    private String code(OperationShape operation, String error) {
        String name = error.substring(error.indexOf('#') + 1);
        for (ShapeId id : operation.getErrors(service)) {
            Shape shape = model.expectShape(id);
            if (names.hasErrorCodes() && id.getName().equals(name)
                    && Traits.map(shape, "aws.protocols#awsQueryError").get("code") instanceof String code) {
                return code;
            }
        }
        return name;
    }
}
