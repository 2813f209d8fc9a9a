package org.tucuxi.services.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientMeta;
import org.tucuxi.endpoint.Endpoint;
import org.tucuxi.event.Emitter;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.signing.RequestSigner;

/** A client that answers calls and resolutions of endpoints as a test says, and keeps the calls. */
final class FakeClient implements Client, ClientMeta {

    final List<String> calls = new ArrayList<>();
    BiFunction<String, Map<String, ?>, Map<String, Object>> answer = (operation, params) -> Map.of();
    BiFunction<Map<String, ?>, Map<String, Object>, Endpoint> endpoint =
            (params, context) -> new Endpoint("https://new.example.com", Map.of(), Map.of());

    @Override
    public ClientMeta meta() {
        return this;
    }

    @Override
    public Map<String, Object> call(String operation, Map<String, ?> parameters) {
        calls.add(operation + parameters);
        return answer.apply(operation, parameters);
    }

    @Override
    public Endpoint resolveEndpoint(String operation, Map<String, ?> parameters, Map<String, Object> context) {
        return endpoint.apply(parameters, context);
    }

    @Override
    public CompletableFuture<Map<String, Object>> callAsync(String operation, Map<String, ?> parameters) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object invoke(String method, Object... arguments) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T as(Class<T> view) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        // nothing to close
    }

    @Override
    public Emitter events() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String serviceName() {
        return "s3";
    }

    @Override
    public ServiceModel serviceModel() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String endpointUrl() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String region() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String partition() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ClientConfig config() {
        return ClientConfig.EMPTY;
    }

    @Override
    public RequestSigner signer() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, String> methodToApiMapping() {
        return Map.of();
    }
}
