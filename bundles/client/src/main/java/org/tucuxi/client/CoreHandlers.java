package org.tucuxi.client;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.tucuxi.client.checksum.ResponseChecksums;
import org.tucuxi.client.presign.Presigner;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.ChooseServiceName;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.RequestCreated;
import org.tucuxi.http.HttpHeaders;

/** The handlers that every session starts with, for all services, in the reference's order. */
final class CoreHandlers {

    private static final String[] RETRY_KEYS = {"ttl", "attempt", "max"};
    private static final String TRACE_SAFE = "-=;:+&[]{}\"',";

    private CoreHandlers() {
    }

    static void register(Emitter events, Map<String, String> environment) {
        events.register("choose-service-name", chooseServiceName(), "tucuxi-service-name");
        events.register("before-parameter-build", idempotencyTokens(), "tucuxi-idempotency-tokens");
        events.register("before-parameter-build", ResponseChecksums.validationMode(), "tucuxi-checksum-validation");
        String trace = environment.get("_X_AMZN_TRACE_ID");
        if (environment.containsKey("AWS_LAMBDA_FUNCTION_NAME") && trace != null && !trace.isEmpty()) {
            events.register("before-call", traceHeader(escaped(trace)), "tucuxi-trace-header");
        }
        events.register("request-created", retryHeaders(), "tucuxi-retry-headers");
        events.register("before-call", apiVersionOfDiscovery(), "tucuxi-discovery-api-version");
        events.register("creating-client-class", Presigner.addsMethod(), "tucuxi-presigned-url");
    }

    private static EventHandler<ChooseServiceName, String> chooseServiceName() {
        return event -> event.serviceName().equals("runtime.sagemaker") ? "sagemaker-runtime" : event.serviceName();
    }

    private static EventHandler<BeforeParameterBuild, Void> idempotencyTokens() {
        return event -> {
            List<String> members = event.model().idempotentMembers();
            for (int i = 0; i < members.size(); i++) {
                event.params().computeIfAbsent(members.get(i), absent -> randomUuid().toString());
            }
            return null;
        };
    }

    private static EventHandler<BeforeCall, BeforeCall.Answer> traceHeader(String value) {
        return event -> {
            event.params().headers().putIfAbsent("X-Amzn-Trace-Id", value);
            return null;
        };
    }

    /** Services find out by it which endpoints a client can use. */
    private static EventHandler<BeforeCall, BeforeCall.Answer> apiVersionOfDiscovery() {
        return event -> {
            if (event.model().flag("endpointoperation")) {
                event.params().headers().put("x-amz-api-version", event.model().service().apiVersion());
            }
            return null;
        };
    }

    /** Runs after signing, so these headers are never signed: the reference's order. */
    private static EventHandler<RequestCreated, Void> retryHeaders() {
        return event -> {
            if (event.request().context().get("retries") instanceof Map<?, ?> retries) {
                HttpHeaders headers = event.request().headers();
                headers.put("amz-sdk-invocation-id", String.valueOf(retries.get("invocation-id")));
                StringBuilder request = new StringBuilder(32);
                for (String key : RETRY_KEYS) {
                    if (retries.containsKey(key)) {
                        request.append(request.length() == 0 ? "" : "; ").append(key).append('=').append(retries.get(key));
                    }
                }
                headers.put("amz-sdk-request", request.toString());
            }
            return null;
        };
    }

    /** Tokens are no secrets: a fast source does. */
    static UUID randomUuid() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = random.nextLong() & 0xffffffffffff0fffL | 0x4000L;
        long low = random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static String escaped(String trace) {
        StringBuilder result = new StringBuilder(trace.length());
        for (int i = 0; i < trace.length(); i++) {
            char c = trace.charAt(i);
            if (TRACE_SAFE.indexOf(c) >= 0) {
                result.append(c);
            } else {
                Urls.encode(result, String.valueOf(c), false);
            }
        }
        return result.toString();
    }
}
