package org.tucuxi.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.tucuxi.Session;
import org.tucuxi.SessionFactory;
import org.tucuxi.config.ConfigurationFactory;
import org.tucuxi.credentials.CredentialResolverFactory;
import org.tucuxi.credentials.TokenResolverFactory;
import org.tucuxi.endpoint.EndpointRules;
import org.tucuxi.endpoint.RegionCatalog;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.http.HttpTransport;
import org.tucuxi.model.ModelLoader;
import org.tucuxi.protocol.Protocol;
import org.tucuxi.retry.RetryMode;
import org.tucuxi.signing.RequestSignerFactory;

/**
 * The session factory, and the place where the parts of the platform are collected as they come and go.
 *
 * <p>Every reference is optional and dynamic, so this component is always there and can say what is missing. Each
 * change makes new {@link Parts}, which clients compare by identity at the start of a call, and lets the registry
 * register or withdraw the declared sessions. Of protocols and retry modes there may be many; where several offer the
 * same name, the service with the highest ranking is used, and of equals the oldest. It is registered under its own
 * class too, for {@link ConfiguredSession} alone.
 */
@Component(service = {SessionFactory.class, Platform.class}, immediate = true)
public final class Platform implements SessionFactory {

    private final Object lock = new Object();
    private volatile Parts parts;
    private EmitterFactory emitters;
    private ModelLoader models;
    private ConfigurationFactory configurations;
    private CredentialResolverFactory credentials;
    private TokenResolverFactory tokens;
    private EndpointRules rules;
    private RegionCatalog regions;
    private RequestSignerFactory signers;
    private HttpTransport transport;
    /** Guarded by the lock, and not sorted: a ranking may change while the service is there. */
    private final Map<ServiceReference<Protocol>, Protocol> protocols = new HashMap<>();
    private final Map<ServiceReference<RetryMode>, RetryMode> retryModes = new HashMap<>();
    private final SessionRegistry sessions = new SessionRegistry(this);
    private final CallThreads callThreads = new CallThreads();
    private final Alarms alarms = new Alarms();
    private final CallTime time;

    /** Made by Declarative Services. */
    public Platform() {
        this(CallTime.SYSTEM);
    }

    Platform(CallTime time) {
        this.time = time;
        parts = collect();
    }

    @Activate
    void activate(BundleContext context) {
        sessions.open(context);
    }

    @Deactivate
    void deactivate() {
        sessions.close();
        callThreads.close();
        alarms.close();
    }

    /** The parts as they are now. */
    Parts parts() {
        return parts;
    }

    /** The threads of asynchronous calls. */
    ExecutorService callThreads() {
        return callThreads.executor();
    }

    /** What watches the deadlines of calls. */
    Alarms alarms() {
        return alarms;
    }

    /** The time that calls go by. */
    CallTime time() {
        return time;
    }

    SessionRegistry registry() {
        return sessions;
    }

    @Override
    public Builder builder() {
        return new SessionBuilder(this);
    }

    @Override
    public List<Session> sessions() {
        return sessions.live();
    }

    @Override
    public List<String> missing() {
        return sessions.problems(parts.missing());
    }

    private Parts collect() {
        return new Parts(emitters, models, configurations, credentials, tokens, rules, regions, signers,
                transport, byName(protocols, Protocol.PROTOCOL), byName(retryModes, RetryMode.RETRY_MODE));
    }

    private static <S> Map<String, S> byName(Map<ServiceReference<S>, S> services, String property) {
        Map<String, S> result = new HashMap<>();
        // Ascending by ranking: the highest is put last and wins.
        services.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(service ->
                names(service.getKey(), property).forEach(name -> result.put(name, service.getValue())));
        return result;
    }

    private static List<String> names(ServiceReference<?> reference, String property) {
        Object value = reference.getProperty(property);
        return value instanceof String one ? List.of(one) : value instanceof String[] several ? List.of(several) : List.of();
    }

    private void change(Runnable change) {
        synchronized (lock) {
            change.run();
            parts = collect();
        }
        sessions.reconcile();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindEmitters(EmitterFactory part) {
        change(() -> emitters = part);
    }

    void unbindEmitters(EmitterFactory part) {
        change(() -> emitters = emitters == part ? null : emitters);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindModels(ModelLoader part) {
        change(() -> models = part);
    }

    void unbindModels(ModelLoader part) {
        change(() -> models = models == part ? null : models);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindConfigurations(ConfigurationFactory part) {
        change(() -> configurations = part);
    }

    void unbindConfigurations(ConfigurationFactory part) {
        change(() -> configurations = configurations == part ? null : configurations);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCredentials(CredentialResolverFactory part) {
        change(() -> credentials = part);
    }

    void unbindCredentials(CredentialResolverFactory part) {
        change(() -> credentials = credentials == part ? null : credentials);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindTokens(TokenResolverFactory part) {
        change(() -> tokens = part);
    }

    void unbindTokens(TokenResolverFactory part) {
        change(() -> tokens = tokens == part ? null : tokens);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindRules(EndpointRules part) {
        change(() -> rules = part);
    }

    void unbindRules(EndpointRules part) {
        change(() -> rules = rules == part ? null : rules);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindRegions(RegionCatalog part) {
        change(() -> regions = part);
    }

    void unbindRegions(RegionCatalog part) {
        change(() -> regions = regions == part ? null : regions);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindSigners(RequestSignerFactory part) {
        change(() -> signers = part);
    }

    void unbindSigners(RequestSignerFactory part) {
        change(() -> signers = signers == part ? null : signers);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindTransport(HttpTransport part) {
        change(() -> transport = part);
    }

    void unbindTransport(HttpTransport part) {
        change(() -> transport = transport == part ? null : transport);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindProtocol(ServiceReference<Protocol> reference, Protocol protocol) {
        change(() -> protocols.put(reference, protocol));
    }

    void updatedProtocol(ServiceReference<Protocol> reference, Protocol protocol) {
        change(() -> protocols.put(reference, protocol));
    }

    void unbindProtocol(ServiceReference<Protocol> reference) {
        change(() -> protocols.remove(reference));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindRetryMode(ServiceReference<RetryMode> reference, RetryMode mode) {
        change(() -> retryModes.put(reference, mode));
    }

    void updatedRetryMode(ServiceReference<RetryMode> reference, RetryMode mode) {
        change(() -> retryModes.put(reference, mode));
    }

    void unbindRetryMode(ServiceReference<RetryMode> reference) {
        change(() -> retryModes.remove(reference));
    }
}
