package org.tucuxi.event;

import java.util.Map;
import org.tucuxi.model.ServiceModel;

/**
 * {@code creating-serializer.{endpoint prefix}}: the serialiser of a client is about to be made.
 *
 * <p><b>When:</b> on the client's emitter, once for each client, after its endpoint is known. The last part of the name is the
 * model's endpoint prefix, not the service id.
 * <p><b>May change:</b> the settings; only {@code timestamp_precision} ({@code default} or {@code millisecond}) is read back.
 * <p><b>Answer:</b> ignored. <b>Error:</b> no client is made; it reaches the caller.
 * <p><b>Stability:</b> internal.
 */
public final class CreatingSerializer extends Event<Void> {

    private final String protocolName;
    private final ServiceModel serviceModel;
    private final Map<String, Object> serializerKwargs;

    /**
     * Makes the event.
     *
     * @param name the full event name
     * @param protocolName the protocol that was selected, for example {@code rest-xml}
     * @param serviceModel the model of the service
     * @param serializerKwargs the settings, {@code timestamp_precision} = {@code default}
     */
    public CreatingSerializer(String name, String protocolName, ServiceModel serviceModel,
            Map<String, Object> serializerKwargs) {
        super(name);
        this.protocolName = protocolName;
        this.serviceModel = serviceModel;
        this.serializerKwargs = serializerKwargs;
    }

    /**
     * The protocol that was selected, for example {@code rest-xml}.
     *
     * @return the argument {@code protocol_name}
     */
    public String protocolName() {
        return protocolName;
    }

    /**
     * The model of the service.
     *
     * @return the argument {@code service_model}
     */
    public ServiceModel serviceModel() {
        return serviceModel;
    }

    /**
     * The settings, {@code timestamp_precision} = {@code default}.
     *
     * @return the argument {@code serializer_kwargs}
     */
    public Map<String, Object> serializerKwargs() {
        return serializerKwargs;
    }

    @Override
    public Map<String, Object> arguments() {
        return Arguments.of("protocol_name", protocolName, "service_model", serviceModel,
                "serializer_kwargs", serializerKwargs);
    }

    @Override
    public Class<?> answerType() {
        return Void.class;
    }
}
