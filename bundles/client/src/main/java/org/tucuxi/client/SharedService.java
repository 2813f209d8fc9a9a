package org.tucuxi.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tucuxi.ClientMethod;
import org.tucuxi.client.validation.ParamValidator;
import org.tucuxi.endpoint.RuleSet;
import org.tucuxi.model.LoadedService;
import org.tucuxi.model.OperationModel;
import org.tucuxi.model.ServiceModel;
import org.tucuxi.model.UnsupportedProtocolException;
import org.tucuxi.protocol.CodecSettings;
import org.tucuxi.protocol.OperationCodec;
import org.tucuxi.protocol.Protocol;

/** What all clients of a service share: its compiled rules, and of each operation codec, validator and event names. */
final class SharedService {

    /** The reference's order of preference among the protocols that a service offers. */
    private static final String[] PREFERENCE = {"json", "rest-json", "rest-xml", "smithy-rpc-v2-cbor", "query", "ec2"};

    final LoadedService loaded;
    final ServiceModel model;
    final String sid;
    final String protocolName;
    /** Event names that every new client needs. */
    final String creatingClass;
    final String creatingSerializer;
    final String requestCreated;
    private final Parts parts;
    private final Map<String, SharedOperation> operations = new ConcurrentHashMap<>();
    private volatile RuleSet rules;
    private volatile boolean hasRules = true;
    private volatile Map<String, ClientMethod> methods;

    SharedService(Parts parts, LoadedService loaded) {
        this.parts = parts;
        this.loaded = loaded;
        this.model = loaded.model();
        this.sid = model.hyphenizedServiceId();
        this.protocolName = chooseProtocol();
        this.creatingClass = "creating-client-class." + sid;
        this.creatingSerializer = "creating-serializer." + model.endpointPrefix();
        this.requestCreated = "request-created." + sid;
    }

    /** What is compiled of one operation. */
    record SharedOperation(OperationModel model, OperationCodec codec, ParamValidator validator, EventNames names,
            CodecSettings settings) {
    }

    private String chooseProtocol() {
        for (String preferred : PREFERENCE) {
            if (model.protocols().contains(preferred) && parts.protocols.containsKey(preferred)) {
                return preferred;
            }
        }
        for (String offered : model.protocols()) {
            if (parts.protocols.containsKey(offered)) {
                return offered;
            }
        }
        throw new UnsupportedProtocolException("Service " + model.serviceName() + " speaks " + model.protocols()
                + ", and the protocols that are here are " + parts.protocols.keySet().stream().sorted().toList());
    }

    /** The compiled rules, or null when the service has none. */
    RuleSet rules() {
        RuleSet known = rules;
        if (known != null || !hasRules) {
            return known;
        }
        Map<String, Object> document = loaded.endpointRuleSet();
        if (document == null) {
            hasRules = false;
            return null;
        }
        RuleSet compiled = parts.rules.compile(document, model.serviceName());
        rules = compiled;
        return compiled;
    }

    /** The compiled operation; name is an API name that the model has. */
    SharedOperation operation(String name, CodecSettings settings) {
        SharedOperation known = operations.get(name);
        if (known != null && known.settings().equals(settings)) {
            return known;
        }
        OperationModel operation = model.operation(name);
        Protocol protocol = parts.protocols.get(protocolName);
        SharedOperation compiled = new SharedOperation(operation, protocol.compile(operation, settings),
                operation.input() == null ? null : ParamValidator.of(operation.input()), new EventNames(sid, name), settings);
        operations.put(name, compiled);
        return compiled;
    }

    /** The operations as methods by boto3's names, which {@code creating-client-class} handlers see. */
    Map<String, ClientMethod> methods() {
        Map<String, ClientMethod> known = methods;
        if (known == null) {
            known = OperationMethod.all(model);
            methods = known;
        }
        return known;
    }
}
