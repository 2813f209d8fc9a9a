package org.tucuxi.client;

import java.util.List;
import java.util.Map;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientMeta;
import org.tucuxi.client.validation.ParamValidator;
import org.tucuxi.endpoint.Endpoint;
import org.tucuxi.event.Emitter;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.StructureShape;
import org.tucuxi.signing.RequestSigner;

/** What is known of a client, as it is now. */
record LiveMeta(LiveClient client) implements ClientMeta {

    @Override
    public Emitter events() {
        return client.events();
    }

    @Override
    public String serviceName() {
        return client.serviceName();
    }

    @Override
    public ServiceModel serviceModel() {
        return client.binding().service.model;
    }

    @Override
    public String endpointUrl() {
        return client.binding().endpoint.url();
    }

    @Override
    public String region() {
        return client.binding().endpoint.region();
    }

    @Override
    public String partition() {
        return client.binding().endpoint.partition();
    }

    @Override
    public ClientConfig config() {
        return client.binding().config;
    }

    @Override
    public RequestSigner signer() {
        return client.binding().signer;
    }

    @Override
    public Endpoint resolveEndpoint(String operation, Map<String, ?> parameters, Map<String, Object> context) {
        return client.prepare(operation, parameters, context, Preparation::resolveEndpoint);
    }

    @Override
    public List<String> problems(StructureShape shape, Map<String, ?> value) {
        return ParamValidator.of(shape).problems(value);
    }

    @Override
    public Map<String, String> methodToApiMapping() {
        return serviceModel().methodToOperation();
    }
}
