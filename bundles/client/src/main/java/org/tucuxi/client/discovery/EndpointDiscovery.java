package org.tucuxi.client.discovery;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.tucuxi.Client;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.endpoint.EndpointDiscoveryRequiredException;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.NeedsRetry;
import org.tucuxi.event.RequestCreated;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;

/** The handlers of a client whose service has endpoint discovery. */
public final class EndpointDiscovery {

    /** How often a call asks anew because its endpoint was wrong; the reference does it without end. */
    private static final int MAX_ATTEMPTS = 10;
    private static final int MISDIRECTED = 421;
    private static final String CONTEXT = "discovery";
    private static final String IDENTIFIERS = "identifiers";

    private final DiscoveryModel model;
    private final EndpointCache cache;
    private final boolean isForAll;

    private EndpointDiscovery(DiscoveryModel model, EndpointCache cache, boolean isForAll) {
        this.model = model;
        this.cache = cache;
        this.isForAll = isForAll;
    }

    /** Whether discovery is switched on, off, or on where it is needed. */
    public enum Setting {
        /** For all operations that have it. */
        TRUE,
        /** Never. */
        FALSE,
        /** For operations that cannot do without. */
        AUTO;

        /**
         * Reads the configuration variable {@code endpoint_discovery_enabled}.
         *
         * @param value the value, or null
         * @return the setting; {@link #AUTO} without a value
         * @throws InvalidConfigException when it is something else
         */
        public static Setting of(Object value) {
            String text = value == null ? "auto" : value.toString().trim().toLowerCase(Locale.ROOT);
            for (Setting setting : values()) {
                if (setting.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return setting;
                }
            }
            throw new InvalidConfigException("endpoint_discovery_enabled must be true, false or auto, not " + value);
        }
    }

    /**
     * Whether an operation has to do with discovery, so that the client needs the handlers.
     *
     * @param operation the operation
     * @return true when it uses discovered endpoints
     */
    public static boolean concerns(OperationModel operation) {
        return operation.trait(DiscoveryModel.DISCOVERS) != null;
    }

    /**
     * Registers the handlers, once for each emitter.
     *
     * @param events the client's emitter
     * @param client asks the service for endpoints
     * @param service the client's service
     * @param setting whether discovery is on
     * @param clock tells the time
     */
    public static void register(Emitter events, Client client, ServiceModel service, Setting setting, Clock clock) {
        DiscoveryModel model = DiscoveryModel.of(service);
        if (model == null) {
            return;
        }
        boolean isActive = setting == Setting.TRUE || setting == Setting.AUTO && model.isRequiredForAny();
        if (!isActive) {
            EventHandler<BeforeParameterBuild, Void> refusal = EndpointDiscovery::refuse;
            events.register("before-parameter-build", refusal, "endpoint-discovery-required");
            return;
        }
        String operation = model.operation().name();
        EndpointDiscovery discovery = new EndpointDiscovery(model,
                new EndpointCache(question -> client.call(operation, question), clock), setting == Setting.TRUE);
        discovery.register(events, service.hyphenizedServiceId());
    }

    private void register(Emitter events, String sid) {
        EventHandler<BeforeParameterBuild, Void> gathering = this::gather;
        EventHandler<RequestCreated, Void> directing = this::direct;
        EventHandler<NeedsRetry, Duration> retrying = this::retry;
        events.register("before-parameter-build." + sid, gathering, "endpoint-discovery-identifiers");
        events.registerFirst("request-created." + sid, directing, "endpoint-discovery");
        events.register("needs-retry." + sid, retrying, "endpoint-discovery-retry");
    }

    private static Void refuse(BeforeParameterBuild event) {
        if (DiscoveryModel.isRequiredFor(event.model())) {
            throw new EndpointDiscoveryRequiredException(
                    "Endpoint Discovery is not enabled but this operation requires it.");
        }
        return null;
    }

    private Void gather(BeforeParameterBuild event) {
        if (concerns(event.model())) {
            event.context().put(CONTEXT, Map.of(IDENTIFIERS, DiscoveryModel.identifiers(event.model(), event.params())));
        }
        return null;
    }

    private Void direct(RequestCreated event) {
        Map<String, Object> identifiers = identifiers(event.request().context());
        if (identifiers == null) {
            return null;
        }
        OperationModel called = model.operation().service().operation(event.operationName());
        boolean isRequired = DiscoveryModel.isRequiredFor(called);
        if (!isRequired && !isForAll) {
            return null;
        }
        String address = cache.endpoint(model.question(event.operationName(), identifiers), isRequired);
        if (address != null) {
            event.request().url(address.startsWith("http") ? address : "https://" + address);
        }
        return null;
    }

    private Duration retry(NeedsRetry event) {
        if (event.parsed() == null || event.attempts() >= MAX_ATTEMPTS) {
            return null;
        }
        Map<String, Object> identifiers = identifiers(event.requestDict().context());
        if (identifiers == null || !isWrongEndpoint(event.parsed())) {
            return null;
        }
        cache.forget(model.question(event.operation().name(), identifiers));
        return Duration.ZERO;
    }

    private static boolean isWrongEndpoint(Map<String, Object> parsed) {
        Object status = parsed.get("ResponseMetadata") instanceof Map<?, ?> metadata ? metadata.get("HTTPStatusCode") : null;
        Object code = parsed.get("Error") instanceof Map<?, ?> error ? error.get("Code") : null;
        return status instanceof Number number && number.intValue() == MISDIRECTED
                || "InvalidEndpointException".equals(code);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> identifiers(Map<String, Object> context) {
        return context.get(CONTEXT) instanceof Map<?, ?> discovery
                ? (Map<String, Object>) discovery.get(IDENTIFIERS) : null;
    }
}
