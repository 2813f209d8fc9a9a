package org.tucuxi.client;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tucuxi.client.presign.Presigner;
import org.tucuxi.endpoint.Endpoint;
import org.tucuxi.event.BeforeEndpointResolution;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.ProvideClientParams;
import org.tucuxi.http.SerializedRequest;

/**
 * What comes before a request can be sent or presigned: its context, the parameters that handlers complete, the endpoint and the
 * serialised form. Belongs to the thread of the call.
 */
final class Preparation {

    /** Context key of the features that the user agent names. */
    static final String FEATURES = "feature_ids";
    /** Context key of the client that makes the call. */
    static final String CLIENT = "client";

    private static final String CBOR = "smithy-rpc-v2-cbor";
    /** The reference's feature PROTOCOL_RPC_V2_CBOR. */
    private static final String CBOR_FEATURE = "M";

    private final ClientBinding client;
    private final OperationBinding operation;
    private final Map<String, Object> context;
    private Map<String, Object> params;

    Preparation(ClientBinding client, OperationBinding operation, Map<String, ?> parameters, Map<String, Object> context) {
        this.client = client;
        this.operation = operation;
        // A copy: handlers change parameters in place, and the caller's map is the caller's.
        this.params = new LinkedHashMap<>(parameters);
        this.context = context;
    }

    Map<String, Object> context() {
        return context;
    }

    /** The parameters as handlers left them. */
    Map<String, Object> params() {
        return params;
    }

    void fillContext() {
        context.put(CLIENT, client.owner);
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
        LinkedHashSet<String> features = new LinkedHashSet<>(client.features);
        Features.addTo(features);
        context.put(FEATURES, features);
        client.owner.skew().tell(context);
    }

    /** All that comes before the signature when nothing is sent: no checksum of the client's choice and no user agent. */
    SerializedRequest presignable() {
        context.put(CLIENT, client.owner);
        client.owner.skew().tell(context);
        provideParameters();
        return serialize(resolveEndpoint());
    }

    void provideParameters() {
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

    Endpoint resolveEndpoint() {
        if (operation.rules == null) {
            return new Endpoint(client.endpoint.url(), Map.of(), Map.of());
        }
        Map<String, Object> builtIns = client.builtIns;
        boolean presigns = isPresigned();
        if (presigns || !operation.beforeEndpointResolution.isEmpty()) {
            builtIns = new LinkedHashMap<>(builtIns);
        }
        if (presigns) {
            // A URL lives longer than the moment: it goes to the region's own host, not to one that may answer elsewhere.
            builtIns.put(BuiltIns.S3_GLOBAL, false);
        }
        if (!operation.beforeEndpointResolution.isEmpty()) {
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
            boolean moved = presigns && !Objects.equals(builtIns.get(BuiltIns.REGION), client.builtIns.get(BuiltIns.REGION))
                    && !Boolean.TRUE.equals(context.get("use_global_endpoint"));
            chooseAuthScheme(found, presigns && !moved && !isArn(params.get("Bucket")));
        }
        return found;
    }

    private boolean isPresigned() {
        return Boolean.TRUE.equals(context.get(Presigner.IS_PRESIGNED));
    }

    private static boolean isArn(Object bucket) {
        return bucket instanceof String text && text.startsWith("arn:") && text.split(":", 6).length == 6;
    }

    /** Whoever presigns means the client's region, unless an ARN or a redirection names another. */
    private void chooseAuthScheme(Endpoint found, boolean inClientsRegion) {
        AuthSchemes.Choice choice = AuthSchemes.ofEndpoint(found.authSchemes(), client.configuredSignatureVersion,
                client.authSchemePreference, client.parts.signers.signatureVersions());
        context.put("auth_type", choice.authType());
        if (!choice.signing().isEmpty()) {
            Map<String, Object> signing = new LinkedHashMap<>(8);
            if (context.get("signing") instanceof Map<?, ?> present) {
                present.forEach((key, value) -> signing.put(String.valueOf(key), value));
            }
            choice.signing().forEach((key, value) -> {
                if (!inClientsRegion || !key.equals("region")) {
                    signing.put(key, value);
                }
            });
            context.put("signing", signing);
        }
    }

    SerializedRequest serialize(Endpoint endpoint) {
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
        request.url(Urls.join(endpoint.url(), request.hostPrefix(), request.urlPath(), request.queryString()));
        return request.context(context);
    }

    @SuppressWarnings("unchecked")
    static LinkedHashSet<String> features(Map<String, Object> context) {
        return context.get(FEATURES) instanceof LinkedHashSet<?> ids ? (LinkedHashSet<String>) ids : new LinkedHashSet<>();
    }
}
