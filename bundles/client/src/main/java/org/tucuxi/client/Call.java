package org.tucuxi.client;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.tucuxi.ClientException;
import org.tucuxi.endpoint.Endpoint;
import org.tucuxi.event.AfterCall;
import org.tucuxi.event.AfterCallError;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.BeforeEndpointResolution;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.ProvideClientParams;
import org.tucuxi.eventstream.EventStreamBody;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.model.StructureShape;

/**
 * One call, from the caller's parameters to the result: the steps of the reference's call sequence in their order.
 * Belongs to the thread of the call.
 */
final class Call {

    /** Context key of the features that the user agent names. */
    static final String FEATURES = "feature_ids";

    private static final String CBOR = "smithy-rpc-v2-cbor";
    /** The reference's feature PROTOCOL_RPC_V2_CBOR. */
    private static final String CBOR_FEATURE = "M";

    private final ClientBinding client;
    private final OperationBinding operation;
    private final Map<String, Object> context = new LinkedHashMap<>(32);
    private Map<String, Object> params;
    private Endpoint endpoint;

    Call(ClientBinding client, OperationBinding operation, Map<String, ?> parameters) {
        this.client = client;
        this.operation = operation;
        // A copy: handlers change parameters in place, and the caller's map is the caller's.
        this.params = new LinkedHashMap<>(parameters);
    }

    Map<String, Object> run() {
        fillContext();
        provideParameters();
        endpoint = resolveEndpoint();
        SerializedRequest request = serialize();
        try {
            return run(request);
        } catch (Throwable e) {
            giveUpEvents(request);
            throw e;
        }
    }

    /** Whoever makes the events learns that nobody takes them. */
    static void giveUpEvents(SerializedRequest request) {
        if (request.body() instanceof EventStreamBody events) {
            events.close();
        }
    }

    private Map<String, Object> run(SerializedRequest request) {
        BeforeCall.Answer answer = operation.beforeCall.isEmpty() ? null : operation.beforeCall.untilAnswer(
                new BeforeCall(operation.beforeCall.name(), operation.model, request, client.signer, context));
        Outcome outcome;
        if (answer != null) {
            giveUpEvents(request);
            outcome = new Outcome(answer.httpResponse(), answer.parsed());
        } else {
            outcome = send(request);
        }
        if (!operation.afterCall.isEmpty()) {
            afterCall(outcome);
        }
        if (outcome.response().status() >= 300) {
            throw error(outcome.parsed());
        }
        return outcome.parsed();
    }

    private void afterCall(Outcome outcome) {
        try {
            operation.afterCall.fire(new AfterCall(operation.afterCall.name(), outcome.response(), outcome.parsed(),
                    operation.model, context));
        } catch (Throwable e) {
            // Nobody will read a streamed body now: its connection goes back.
            SendLoop.close(outcome.response());
            throw e;
        }
    }

    /** An HTTP response and what it was parsed into. */
    record Outcome(HttpResponse response, Map<String, Object> parsed) {
    }

    private void fillContext() {
        context.put("client_region", client.endpoint.region());
        context.put("client_config", client.config);
        context.put("client_config_given", client.givenOptions);
        context.put("has_streaming_input", operation.streamingInput);
        context.put("auth_type", operation.authType);
        context.put("unsigned_payload", operation.unsignedPayload);
        context.put("auth_options", client.service.model.metadata().get("auth"));
        if (client.token.isInEnvironment()) {
            context.put("bearer_token_in_environment", true);
        }
        context.put(FEATURES, new LinkedHashSet<>(client.features));
    }

    private void provideParameters() {
        if (!operation.provideClientParams.isEmpty()) {
            Map<String, Object> provided = operation.provideClientParams.first(
                    new ProvideClientParams(operation.provideClientParams.name(), params, operation.model, context));
            if (provided != null) {
                params = provided == params ? params : new LinkedHashMap<>(provided);
            }
        }
        if (!operation.beforeParameterBuild.isEmpty()) {
            operation.beforeParameterBuild.fire(
                    new BeforeParameterBuild(operation.beforeParameterBuild.name(), params, operation.model, context));
        }
    }

    private Endpoint resolveEndpoint() {
        if (operation.rules == null) {
            return new Endpoint(client.endpoint.url(), Map.of(), Map.of());
        }
        Map<String, Object> builtIns = client.builtIns;
        if (!operation.beforeEndpointResolution.isEmpty()) {
            builtIns = new LinkedHashMap<>(builtIns);
            operation.beforeEndpointResolution.fire(new BeforeEndpointResolution(
                    operation.beforeEndpointResolution.name(), builtIns, operation.model, params, context));
        }
        Map<String, Object> values = operation.endpointParameters.values(params, client.clientContext, builtIns);
        EndpointParameters.addFeatures(values, features(context));
        Endpoint found = EndpointErrors.resolve(operation.rules, values, client.service.sid);
        if (!client.secure && client.endpointUrl == null && found.url().startsWith("https://")) {
            found = new Endpoint("http://" + found.url().substring(8), found.headers(), found.properties());
        }
        if (!found.properties().isEmpty()) {
            context.put("endpoint_properties", found.properties());
        }
        if (!found.authSchemes().isEmpty()) {
            chooseAuthScheme(found);
        }
        return found;
    }

    private void chooseAuthScheme(Endpoint found) {
        AuthSchemes.Choice choice = AuthSchemes.ofEndpoint(found.authSchemes(), client.configuredSignatureVersion,
                client.authSchemePreference, client.parts.signers.signatureVersions());
        context.put("auth_type", choice.authType());
        if (!choice.signing().isEmpty()) {
            Map<String, Object> signing = new LinkedHashMap<>(8);
            if (context.get("signing") instanceof Map<?, ?> present) {
                present.forEach((key, value) -> signing.put(String.valueOf(key), value));
            }
            signing.putAll(choice.signing());
            context.put("signing", signing);
        }
    }

    private SerializedRequest serialize() {
        if (client.validates && operation.shared.validator() != null) {
            operation.shared.validator().validate(params);
        }
        SerializedRequest request = operation.shared.codec().serialize(params);
        if (client.service.protocolName.equals(CBOR)) {
            features(context).add(CBOR_FEATURE);
        }
        if (!client.injectsHostPrefix) {
            request.hostPrefix(null);
        }
        for (Map.Entry<String, List<String>> header : endpoint.headers().entrySet()) {
            if (!header.getValue().isEmpty()) {
                request.headers().put(header.getKey(), header.getValue().get(0));
            }
        }
        request.headers().put("User-Agent", client.userAgent.with(features(context)));
        request.url(Urls.join(endpoint.url(), request.hostPrefix(), request.urlPath(), request.queryString()));
        return request.context(context);
    }

    @SuppressWarnings("unchecked")
    static LinkedHashSet<String> features(Map<String, Object> context) {
        return context.get(FEATURES) instanceof LinkedHashSet<?> ids ? (LinkedHashSet<String>) ids : new LinkedHashSet<>();
    }

    private Outcome send(SerializedRequest request) {
        RequestChecksums.apply(operation.model, params, request);
        try {
            return new SendLoop(client, operation, endpoint, request).run();
        } catch (Exception e) {
            if (!operation.afterCallError.isEmpty()) {
                operation.afterCallError.fire(new AfterCallError(operation.afterCallError.name(), e, context));
            }
            throw e;
        }
    }

    private ClientException error(Map<String, Object> parsed) {
        Object override = context.get("error_code_override");
        Map<?, ?> error = parsed.get("Error") instanceof Map<?, ?> map ? map : Map.of();
        Object code = override != null ? override : error.get("Code");
        StructureShape shape = code == null ? null : client.service.model.errorShape(code.toString());
        if (shape == null && error.get("QueryErrorCode") instanceof String own) {
            shape = client.service.model.errorShape(own);
        }
        return new ClientException(parsed, operation.model.name(), shape == null ? null : shape.name());
    }
}
