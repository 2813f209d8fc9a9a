package org.tucuxi.client;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.tucuxi.client.checksum.OperationChecksums;
import org.tucuxi.client.compression.RequestCompression;
import org.tucuxi.client.discovery.EndpointDiscovery;
import org.tucuxi.endpoint.RuleSet;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EventSlot;
import org.tucuxi.model.OperationModel;

/** One operation of one client: what is compiled of it, and its event slots. */
final class OperationBinding {

    final SharedService.SharedOperation shared;
    final OperationModel model;
    /** How messages of the transport name it. */
    final String purpose;
    final EndpointParameters endpointParameters;
    final RuleSet rules;
    final String authType;
    final boolean unsignedPayload;
    final boolean streamingInput;
    final boolean streamingOutput;
    final OperationChecksums checksums;
    /** Null when requests are sent as they are. */
    final RequestCompression compression;
    /** What the operation asks of the transport because of its event streams. */
    final EventStreamTraits events;
    final EventSlot provideClientParams;
    final EventSlot beforeParameterBuild;
    final EventSlot beforeEndpointResolution;
    final EventSlot beforeCall;
    final EventSlot requestCreated;
    final EventSlot beforeSend;
    final EventSlot beforeParse;
    final EventSlot responseReceived;
    final EventSlot needsRetry;
    final EventSlot afterCall;
    final EventSlot afterCallError;

    OperationBinding(ClientBinding client, String operation, Emitter events) {
        this.shared = client.service.operation(operation, client.codecSettings);
        this.model = shared.model();
        this.purpose = model.service().serviceName() + '.' + operation;
        this.rules = client.service.rules();
        this.endpointParameters = rules == null ? null : EndpointParameters.of(rules, model);
        this.authType = authType(client, model);
        this.unsignedPayload = model.flag("unsignedPayload");
        this.streamingInput = model.hasStreamingInput();
        this.streamingOutput = model.hasStreamingOutput() || model.hasEventStreamOutput();
        this.checksums = OperationChecksums.of(model);
        this.compression = RequestCompression.of(model);
        this.events = EventStreamTraits.of(model);
        if (client.endpointDiscovery != null && EndpointDiscovery.concerns(model)) {
            EndpointDiscovery.register(events, client.owner, client.service.model,
                    EndpointDiscovery.Setting.of(client.endpointDiscovery), Clock.systemUTC());
        }
        EventNames names = shared.names();
        this.provideClientParams = events.slot(names.provideClientParams);
        this.beforeParameterBuild = events.slot(names.beforeParameterBuild);
        this.beforeEndpointResolution = events.slot("before-endpoint-resolution." + client.service.sid);
        this.beforeCall = events.slot(names.beforeCall);
        this.requestCreated = events.slot(names.requestCreated);
        this.beforeSend = events.slot(names.beforeSend);
        this.beforeParse = events.slot(names.beforeParse);
        this.responseReceived = events.slot(names.responseReceived);
        this.needsRetry = events.slot(names.needsRetry);
        this.afterCall = events.slot(names.afterCall);
        this.afterCallError = events.slot(names.afterCallError);
    }

    private static String authType(ClientBinding client, OperationModel model) {
        if (model.trait("auth") instanceof List<?> traits && !traits.isEmpty()) {
            Set<String> available = client.parts.signers.signatureVersions();
            String service = model.service().serviceName();
            return client.authSchemePreference.isEmpty() ? AuthSchemes.ofModel(traits, available, service)
                    : AuthSchemes.ofPreference(client.authSchemePreference, traits, available, service);
        }
        return model.text("authtype");
    }
}
