package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.RequestCreated;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;

class CoreHandlersTest {

    /** Ids and names of what was registered, in order. */
    private final Map<String, String> registered = new LinkedHashMap<>();
    private final Map<String, EventHandler<?, ?>> handlers = new HashMap<>();

    private void register(Map<String, String> environment) {
        Emitter emitter = (Emitter) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Emitter.class},
                (self, method, arguments) -> {
                    registered.put((String) arguments[2], method.getName() + ' ' + arguments[0]);
                    handlers.put((String) arguments[2], (EventHandler<?, ?>) arguments[1]);
                    return null;
                });
        CoreHandlers.register(emitter, environment);
    }

    @SuppressWarnings("unchecked")
    private <E extends Event<?>> void handle(String id, E event) {
        ((EventHandler<Event<Object>, Object>) handlers.get(id)).handle((Event<Object>) event);
    }

    private static BeforeCall call(boolean isDiscovery) {
        OperationModel operation = Stub.of(OperationModel.class,
                Map.of("flag", isDiscovery, "service", Stub.of(ServiceModel.class, Map.of("apiVersion", "2018-11-01"))));
        return new BeforeCall("before-call.s.Op", operation, new SerializedRequest(), null, new HashMap<>());
    }

    @Test
    void standInTheReferencesOrder() {
        register(Map.of("AWS_LAMBDA_FUNCTION_NAME", "f", "_X_AMZN_TRACE_ID", "Root=1"));

        assertThat(registered).containsExactly(
                Map.entry("tucuxi-service-name", "register choose-service-name"),
                Map.entry("tucuxi-idempotency-tokens", "register before-parameter-build"),
                Map.entry("tucuxi-checksum-validation", "register before-parameter-build"),
                Map.entry("tucuxi-trace-header", "register before-call"),
                Map.entry("tucuxi-retry-headers", "register request-created"),
                Map.entry("tucuxi-discovery-api-version", "register before-call"),
                Map.entry("tucuxi-presigned-url", "register creating-client-class"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "Root=1-5759e988;Parent=53;Sampled=1 | Root=1-5759e988;Parent=53;Sampled=1",
        "-=;:+&[]{}\"', | -=;:+&[]{}\"',",
        "test123-=;:+&[]{}\"'\u00e9 | test123-=;:+&[]{}\"'%C3%A9",
        "a b/c_d.e~f | a%20b%2Fc_d.e~f"})
    void aFunctionHandsOnItsTrace(String trace, String header) {
        register(Map.of("AWS_LAMBDA_FUNCTION_NAME", "f", "_X_AMZN_TRACE_ID", trace));
        BeforeCall event = call(false);

        handle("tucuxi-trace-header", event);

        assertThat(event.params().headers().get("X-Amzn-Trace-Id")).isEqualTo(header);
    }

    @Test
    void aTraceOfTheCallersStays() {
        register(Map.of("AWS_LAMBDA_FUNCTION_NAME", "f", "_X_AMZN_TRACE_ID", "theirs"));
        BeforeCall event = call(false);
        event.params().headers().put("x-amzn-trace-id", "mine");

        handle("tucuxi-trace-header", event);

        assertThat(event.params().headers().get("X-Amzn-Trace-Id")).isEqualTo("mine");
    }

    @Test
    void onlyFunctionsHaveATrace() {
        register(Map.of("_X_AMZN_TRACE_ID", "Root=1"));
        assertThat(registered).doesNotContainKey("tucuxi-trace-header");

        register(Map.of("AWS_LAMBDA_FUNCTION_NAME", "f", "_X_AMZN_TRACE_ID", ""));
        assertThat(registered).doesNotContainKey("tucuxi-trace-header");
    }

    @Test
    void whoAsksForEndpointsNamesTheApisVersion() {
        register(Map.of());
        BeforeCall discovery = call(true);
        BeforeCall other = call(false);

        handle("tucuxi-discovery-api-version", discovery);
        handle("tucuxi-discovery-api-version", other);

        assertThat(discovery.params().headers().get("x-amz-api-version")).isEqualTo("2018-11-01");
        assertThat(other.params().headers().contains("x-amz-api-version")).isFalse();
    }

    @Test
    void attemptsSayWhichTheyAre() {
        register(Map.of());
        Map<String, Object> retries = new LinkedHashMap<>(Map.of("invocation-id", "id", "max", 5, "attempt", 2,
                "ttl", "20240229T123456Z", "other", 1));
        AwsRequest request = new AwsRequest("GET", "https://h/", new HttpHeaders(), HttpBody.EMPTY, null, false,
                Map.of("retries", retries));
        AwsRequest presigned = new AwsRequest("GET", "https://h/", new HttpHeaders(), HttpBody.EMPTY, null, false, Map.of());

        handle("tucuxi-retry-headers", new RequestCreated("request-created.s.Op", request, "Op"));
        handle("tucuxi-retry-headers", new RequestCreated("request-created.s.Op", presigned, "Op"));

        assertThat(request.headers().get("amz-sdk-invocation-id")).isEqualTo("id");
        assertThat(request.headers().get("amz-sdk-request")).isEqualTo("ttl=20240229T123456Z; attempt=2; max=5");
        assertThat(presigned.headers().size()).isZero();
    }
}
