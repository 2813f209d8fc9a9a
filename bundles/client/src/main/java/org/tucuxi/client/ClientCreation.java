package org.tucuxi.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientMethod;
import org.tucuxi.event.CreatingClientClass;
import org.tucuxi.event.CreatingSerializer;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventSlot;
import org.tucuxi.event.RequestCreated;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.model.LoadedService;
import org.tucuxi.protocol.CodecSettings;

/**
 * What happens once in a client's life: the events of its creation, and the handlers that every client has of its own.
 */
final class ClientCreation {

    private ClientCreation() {
    }

    /** The model of a service, in the version that the client or the configuration names. */
    static LoadedService load(LiveSession session, String service, ClientConfig config) {
        String version = config.apiVersion();
        if (version == null && session.configuration().get("api_versions") instanceof Map<?, ?> versions
                && versions.get(service) != null) {
            version = versions.get(service).toString();
        }
        return session.catalog().service(service, version);
    }

    /** Asks the session's {@code creating-client-class} handlers what becomes of the methods. */
    static MethodTable methods(Emitter sessionEvents, SharedService shared, List<Consumer<Client>> instantiated) {
        EventSlot slot = sessionEvents.slot(shared.creatingClass);
        if (slot.isEmpty()) {
            return MethodTable.PLAIN;
        }
        Map<String, ClientMethod> attributes = new LinkedHashMap<>(shared.methods());
        List<Class<?>> baseClasses = new ArrayList<>(2);
        CreatingClientClass event = new CreatingClientClass(slot.name(), attributes, baseClasses);
        slot.fire(event);
        instantiated.addAll(event.instantiatedListeners());
        return MethodTable.of(shared.methods(), attributes, baseClasses);
    }

    /** Asks the client's {@code creating-serializer} handlers. */
    static CodecSettings codecSettings(Emitter events, SharedService shared) {
        EventSlot slot = events.slot(shared.creatingSerializer);
        if (slot.isEmpty()) {
            return CodecSettings.DEFAULTS;
        }
        Map<String, Object> settings = new LinkedHashMap<>(4);
        settings.put("timestamp_precision", CodecSettings.DEFAULTS.timestampPrecision());
        slot.fire(new CreatingSerializer(slot.name(), shared.protocolName, shared.model, settings));
        Object precision = settings.get("timestamp_precision");
        return precision == null ? CodecSettings.DEFAULTS : new CodecSettings(precision.toString());
    }

    /** Signs what was created, with the signer that the client has at that moment. */
    static EventHandler<RequestCreated, Void> sign(LiveClient client) {
        return event -> {
            client.binding().signer.sign(event.operationName(), event.request());
            return null;
        };
    }

    /** Features that were used since the request was serialised are named as well. */
    static EventHandler<RequestCreated, Void> rebuildUserAgent(LiveClient client) {
        return event -> {
            HttpHeaders headers = event.request().headers();
            if (headers.contains("User-Agent")) {
                ClientBinding binding = client.binding();
                Set<String> used = Preparation.features(event.request().context());
                used.addAll(binding.credentialFeatures());
                headers.put("User-Agent", binding.userAgent.with(used));
            }
            return null;
        };
    }
}
