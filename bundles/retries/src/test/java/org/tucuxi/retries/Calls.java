package org.tucuxi.retries;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tucuxi.emitter.EmitterComponent;
import org.tucuxi.event.AfterCall;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.GenericEvent;
import org.tucuxi.event.NeedsRetry;
import org.tucuxi.event.Registration;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.StructureShape;

/** One call, attempt for attempt. */
final class Calls {

    final Map<String, Object> context = new HashMap<>();
    final HttpHeaders headers = new HttpHeaders();
    Map<String, Object> parsed;
    byte[] body = new byte[0];

    private final SerializedRequest request = new SerializedRequest().context(context);
    private final OperationModel operation;
    private final String service;

    Calls(ServiceModel service, String operation, StructureShape... errors) {
        this.service = service.hyphenizedServiceId();
        this.operation = model(OperationModel.class,
                Map.of("name", operation, "service", service, "errors", List.of(errors)));
    }

    static Calls of(String service) {
        return new Calls(service(service), "Operation");
    }

    static ServiceModel service(String name) {
        return model(ServiceModel.class,
                Map.of("serviceName", name, "hyphenizedServiceId", name, "endpointPrefix", name));
    }

    static StructureShape error(String code, Map<String, Object> retryable) {
        return model(StructureShape.class, Map.of("trait", retryable, "errorCode", code));
    }

    /** An attempt that was answered. */
    NeedsRetry answered(int attempt, int status, String code) {
        parsed = new LinkedHashMap<>();
        parsed.put("ResponseMetadata", new LinkedHashMap<>(Map.of("HTTPStatusCode", status)));
        if (code != null) {
            parsed.put("Error", Map.of("Code", code));
        }
        return event(attempt, response(status), parsed, null);
    }

    /** An attempt that got no answer. */
    NeedsRetry failed(int attempt, Throwable cause) {
        parsed = null;
        return event(attempt, null, null, cause);
    }

    AfterCall ended(int status) {
        return new AfterCall("after-call." + service + '.' + operation.name(), response(status), new HashMap<>(), operation, context);
    }

    Object metadata(String key) {
        return ((Map<?, ?>) parsed.get("ResponseMetadata")).get(key);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private NeedsRetry event(int attempt, HttpResponse response, Map<String, Object> answer, Throwable cause) {
        return new NeedsRetry("needs-retry." + service + '.' + operation.name(), response, answer, null, operation, attempt, cause, request);
    }

    private HttpResponse response(int status) {
        return new HttpResponse("https://example.com/", status, headers, body);
    }

    /** A model of which only these attributes are asked for. */
    private static <T> T model(Class<T> type, Map<String, Object> values) {
        InvocationHandler answers = (self, method, arguments) -> {
            if (!values.containsKey(method.getName())) {
                throw new AssertionError("unexpected: " + method);
            }
            Object value = values.get(method.getName());
            return method.getName().equals("trait") ? ((Map<?, ?>) value).get(arguments[0]) : value;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    /** The emitter of one client. */
    static Emitter emitter() {
        return new EmitterComponent().create(Map.of(EmitterFactory.SESSION_NAME, "test"));
    }

    /** Emits as a client does: the first answer counts. */
    static <R> R emit(Emitter emitter, Event<R> event) {
        return emitter.slot(event.name()).first(event);
    }

    /** Those of the names that somebody listens to. */
    static List<String> heard(Emitter emitter, String... names) {
        return Stream.of(names).filter(name -> !emitter.slot(name).isEmpty()).toList();
    }

    /** Whether a registration has the id: then another one is ignored. */
    static boolean isTaken(Emitter emitter, String id) {
        EventHandler<GenericEvent, Object> nothing = event -> null;
        try (Registration attempt = emitter.register("probe", nothing, id)) {
            return emitter.slot("probe").isEmpty();
        }
    }
}
