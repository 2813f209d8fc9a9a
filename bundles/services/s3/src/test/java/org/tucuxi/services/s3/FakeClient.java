package org.tucuxi.services.s3;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.tucuxi.Client;
import org.tucuxi.ClientMeta;
import org.tucuxi.endpoint.Endpoint;

/** A client that answers calls and resolutions of endpoints as a test says, and keeps the calls. */
final class FakeClient {

    final List<String> calls = new ArrayList<>();
    BiFunction<String, Map<String, ?>, Map<String, Object>> answer = (operation, params) -> Map.of();
    BiFunction<Map<String, ?>, Map<String, Object>, Endpoint> endpoint =
            (params, context) -> new Endpoint("https://new.example.com", Map.of(), Map.of());

    private final ClientMeta meta = fake(ClientMeta.class);
    private final Client client = fake(Client.class);

    Client client() {
        return client;
    }

    private <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "meta" -> meta;
                    case "call" -> call((String) arguments[0], map(arguments[1]));
                    case "resolveEndpoint" -> endpoint.apply(map(arguments[1]), map(arguments[2]));
                    case "toString" -> type.getSimpleName();
                    default -> throw new UnsupportedOperationException(method.toString());
                }));
    }

    private Map<String, Object> call(String operation, Map<String, ?> parameters) {
        calls.add(operation + parameters);
        return answer.apply(operation, parameters);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
