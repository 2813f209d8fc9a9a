package org.tucuxi.client;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.tucuxi.ClientMethod;
import org.tucuxi.UnsatisfiedException;
import org.tucuxi.client.paginator.Paginators;
import org.tucuxi.client.validation.ParamValidator;
import org.tucuxi.client.waiter.Waiters;
import org.tucuxi.endpoint.RuleSet;
import org.tucuxi.model.DataNotFoundException;
import org.tucuxi.model.LoadedService;
import org.tucuxi.model.ModelCatalog;
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
    /** Weak in both: a view's class loader goes when its views go. */
    private final Map<Class<?>, WeakReference<ViewPlan>> views = new WeakHashMap<>();
    private final Map<ModelCatalog, Paginators> paginators = new ConcurrentHashMap<>();
    private final Map<ModelCatalog, Waiters> waiters = new ConcurrentHashMap<>();
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

    /**
     * The model decides, not what happens to be installed: while the bundle of the protocols is updated, a service does not
     * change its protocol for a moment. Protocols that the reference does not know are used where they are offered alone.
     */
    private String chooseProtocol() {
        List<String> offered = model.protocols();
        for (String preferred : PREFERENCE) {
            if (offered.contains(preferred)) {
                if (!parts.protocols.containsKey(preferred)) {
                    throw new UnsatisfiedException("Service " + model.serviceName() + " speaks " + preferred
                            + ": the Protocol component for \"" + preferred + "\" is missing. Install and start the bundle"
                            + " org.tucuxi.protocols, or see tucuxi:missing");
                }
                return preferred;
            }
        }
        for (String other : offered) {
            if (parts.protocols.containsKey(other)) {
                return other;
            }
        }
        Set<String> supported = new TreeSet<>(List.of(PREFERENCE));
        supported.addAll(parts.protocols.keySet());
        throw new UnsupportedProtocolException("Tucuxi supports the protocols " + String.join(", ", supported)
                + ", but service " + model.serviceName() + " speaks only "
                + (offered.isEmpty() ? "none" : String.join(", ", offered))
                + ". A Protocol service of that name adds one");
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

    /** The paginators that a session sees; data folders may have others than the service's bundle. */
    Paginators paginators(ModelCatalog catalog) {
        return paginators.computeIfAbsent(catalog, from -> {
            Map<String, Object> data = data(from, ModelCatalog.PAGINATORS);
            return data == null ? Paginators.NONE : Paginators.of(model.serviceName(), data);
        });
    }

    /** The waiters that a session sees. */
    Waiters waiters(ModelCatalog catalog) {
        return waiters.computeIfAbsent(catalog, from -> {
            Map<String, Object> data = data(from, ModelCatalog.WAITERS);
            return data == null ? Waiters.NONE : Waiters.of(model.serviceName(), data);
        });
    }

    private Map<String, Object> data(ModelCatalog catalog, String type) {
        try {
            return catalog.data(model.serviceName(), type, model.apiVersion());
        } catch (DataNotFoundException e) {
            return null;
        }
    }

    /** What is compiled of an interface; held by its views alone. */
    ViewPlan viewPlan(Class<?> view) {
        synchronized (views) {
            WeakReference<ViewPlan> reference = views.get(view);
            ViewPlan known = reference == null ? null : reference.get();
            if (known == null) {
                known = new ViewPlan(view);
                views.put(view, new WeakReference<>(known));
            }
            return known;
        }
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
