package org.tucuxi.testing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tucuxi.ClientMeta;
import org.tucuxi.ParamValidationException;
import org.tucuxi.http.StreamingBody;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.StructureShape;

/** Makes the answers of calls of what a test says, and checks them against the model. */
final class StubAnswers {

    private static final String METADATA = "ResponseMetadata";
    private static final int OK = 200;

    private StubAnswers() {
    }

    /** What an error says, as {@link Stubber#addClientError(String, String, String, int, Map, Map, Map, Map)} has it. */
    record Failure(String code, String message, int status, Map<String, ?> errorMeta, Map<String, ?> responseMeta,
            Map<String, ?> modeledFields) {
    }

    static StubQueue.Expected response(ClientMeta client, String operation, Map<String, ?> response,
            Map<String, ?> expectedParams) {
        OperationModel model = operation(client.serviceModel(), operation);
        return new StubQueue.Expected(model.name(), OK, parsed(client, model, response), mutable(expectedParams));
    }

    /** The result of a call, checked; every map and list in it is mutable, for {@code after-call} handlers. */
    static Map<String, Object> parsed(ClientMeta client, OperationModel model, Map<String, ?> response) {
        Map<String, Object> parsed = mutable(Objects.requireNonNull(response, "serviceResponse"));
        Object metadata = parsed.remove(METADATA);
        check(client, model.output(), parsed);
        if (model.hasStreamingOutput()) {
            parsed.computeIfPresent(model.output().payload(), (name, body) -> stream(body));
        }
        if (metadata != null) {
            parsed.put(METADATA, metadata);
        }
        return parsed;
    }

    static StubQueue.Expected error(ClientMeta client, String operation, Failure failure,
            Map<String, ?> expectedParams) {
        OperationModel model = operation(client.serviceModel(), operation);
        return new StubQueue.Expected(model.name(), failure.status, parsed(client, failure), mutable(expectedParams));
    }

    static Map<String, Object> parsed(ClientMeta client, Failure failure) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("HTTPStatusCode", failure.status);
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("Message", failure.message);
        error.put("Code", failure.code);
        Map<String, Object> parsed = new LinkedHashMap<>();
        parsed.put(METADATA, metadata);
        parsed.put("Error", error);
        putAll(error, failure.errorMeta);
        putAll(metadata, failure.responseMeta);
        if (failure.modeledFields != null) {
            check(client, client.serviceModel().errorShape(failure.code), failure.modeledFields);
            putAll(parsed, failure.modeledFields);
        }
        return parsed;
    }

    private static OperationModel operation(ServiceModel service, String name) {
        String operation = service.resolveOperation(name);
        if (operation == null) {
            throw new IllegalArgumentException("Client " + service.serviceName() + " does not have method: " + name);
        }
        return service.operation(operation);
    }

    private static void check(ClientMeta client, StructureShape shape, Map<String, ?> value) {
        List<String> problems = shape != null ? client.problems(shape, value)
                : value.isEmpty() ? List.of() : List.of("Service response should only contain ResponseMetadata.");
        if (!problems.isEmpty()) {
            throw new ParamValidationException(problems);
        }
    }

    private static Object stream(Object body) {
        byte[] bytes = body instanceof byte[] given ? given
                : body instanceof CharSequence text ? text.toString().getBytes(StandardCharsets.UTF_8) : null;
        if (bytes != null) {
            return new StreamingBody(new ByteArrayInputStream(bytes), bytes.length);
        }
        return body instanceof InputStream in && !(body instanceof StreamingBody) ? new StreamingBody(in, -1) : body;
    }

    private static void putAll(Map<String, Object> target, Map<String, ?> more) {
        if (more != null) {
            target.putAll(mutable(more));
        }
    }

    private static Map<String, Object> mutable(Map<?, ?> map) {
        if (map == null) {
            return null;
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), mutableValue(value)));
        return copy;
    }

    private static Object mutableValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return mutable(map);
        }
        if (value instanceof Collection<?> items) {
            List<Object> copy = new ArrayList<>(items.size());
            items.forEach(item -> copy.add(mutableValue(item)));
            return copy;
        }
        return value;
    }
}
