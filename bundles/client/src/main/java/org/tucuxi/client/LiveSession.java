package org.tucuxi.client;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClosedException;
import org.tucuxi.Session;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialResolver;
import org.tucuxi.credentials.CredentialResolverFactory;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.TokenResolver;
import org.tucuxi.credentials.TokenResolverFactory;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.event.EventSlot;
import org.tucuxi.event.ServiceDataLoaded;
import org.tucuxi.model.ModelCatalog;

/** A session that lives. Its emitter is its identity: it ends when the emitter's bundle goes. */
final class LiveSession implements Session {

    private final Platform platform;
    private final SessionSpec spec;
    private final Configuration configuration;
    private final Map<String, Object> properties;
    private final EmitterFactory emitterFactory;
    private final Emitter events;
    private final List<Path> dataPath;
    private final Set<LiveClient> clients = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private volatile String ended;
    /** The region of the first client that has one. */
    private String firstRegion;
    private CredentialResolverFactory resolverFactory;
    private CredentialResolver resolver;
    private TokenResolverFactory tokenResolverFactory;
    private TokenResolver tokenResolver;

    private LiveSession(Platform platform, Parts parts, SessionSpec spec) {
        this.platform = platform;
        this.spec = spec;
        this.configuration = configuration(parts, spec);
        this.properties = describe(spec, configuration);
        this.emitterFactory = parts.emitters;
        this.events = emitterFactory.create(properties);
        this.dataPath = dataPath(spec, configuration);
    }

    static LiveSession create(Platform platform, Parts parts, SessionSpec spec) {
        LiveSession session = new LiveSession(platform, parts, spec);
        if (spec.builtinHandlers()) {
            CoreHandlers.register(session.events, session.configuration.environment());
        }
        spec.initializers().forEach(initializer -> initializer.accept(session));
        return session;
    }

    private static Configuration configuration(Parts parts, SessionSpec spec) {
        if (spec.configuration() != null) {
            return spec.configuration().with(spec.variables());
        }
        return spec.setBy() == null ? parts.configurations.read(spec.variables())
                : parts.configurations.read(spec.variables(), spec.setBy());
    }

    private static Map<String, Object> describe(SessionSpec spec, Configuration configuration) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(EmitterFactory.SESSION_NAME, spec.name());
        configuration.profile().ifPresent(profile -> result.put(EmitterFactory.SESSION_PROFILE, profile));
        String region = configuration.text("region");
        if (region != null) {
            result.put(EmitterFactory.SESSION_REGION, region);
        }
        if (!spec.builtinHandlers()) {
            result.put(EmitterFactory.SESSION_BUILT_INS, false);
        }
        return Collections.unmodifiableMap(result);
    }

    private static List<Path> dataPath(SessionSpec spec, Configuration configuration) {
        List<Path> result = new ArrayList<>(spec.dataPath());
        String home = configuration.environment().getOrDefault("HOME", System.getProperty("user.home", ""));
        String configured = configuration.text("data_path");
        if (configured != null) {
            for (String entry : configured.split(File.pathSeparator)) {
                if (!entry.isBlank()) {
                    result.add(Path.of(entry.equals("~") || entry.startsWith("~/") ? home + entry.substring(1) : entry));
                }
            }
        }
        result.add(Path.of(home, ".aws", "models"));
        return List.copyOf(result);
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public Emitter events() {
        return events;
    }

    @Override
    public Client client(String service, ClientConfig config) {
        Objects.requireNonNull(service, "service");
        checkOpen();
        ClientConfig merged = spec.defaultClientConfig().merge(config);
        LiveClient client = LiveClient.create(this, service, merged);
        clients.add(client);
        noteRegion(merged.regionName() != null ? merged.regionName() : configuration.text("region"));
        if (ended != null) {
            client.close();
            checkOpen();
        }
        return client;
    }

    @Override
    public Optional<Credentials> credentials() {
        return spec.credentials() != null ? Optional.of(spec.credentials()) : credentialResolver().load();
    }

    /** The credentials that the session was made with, or null when it looks for them. */
    Credentials givenCredentials() {
        return spec.credentials();
    }

    @Override
    public synchronized CredentialResolver credentialResolver() {
        CredentialResolverFactory current = platform.parts().required().credentials;
        if (resolver == null || resolverFactory != current) {
            resolverFactory = current;
            resolver = current.create(firstRegion == null || firstRegion.equals(configuration.text("region"))
                    ? configuration : configuration.with(Map.of("region", firstRegion)));
        }
        return resolver;
    }

    /** Providers that call a service do it in the region of the session's first client (botocore's session). */
    private synchronized void noteRegion(String region) {
        if (firstRegion == null) {
            firstRegion = region;
        }
    }

    @Override
    public synchronized Optional<TokenResolver> tokenResolver() {
        TokenResolverFactory current = platform.parts().required().tokens;
        if (tokenResolverFactory != current) {
            tokenResolverFactory = current;
            tokenResolver = current == null ? null : current.create(configuration);
        }
        return Optional.ofNullable(tokenResolver);
    }

    @Override
    public Configuration configuration() {
        return configuration;
    }

    @Override
    public List<String> availableServices() {
        return catalog().availableServices(ModelCatalog.SERVICE);
    }

    @Override
    public List<String> availableRegions(String service, String partition) {
        Parts parts = platform.parts().required();
        if (!catalog().availableServices(ModelCatalog.SERVICE).contains(service)) {
            return List.of();
        }
        Object metadata = serviceData(service).get("metadata");
        Object prefix = metadata instanceof Map<?, ?> map ? map.get("endpointPrefix") : null;
        return parts.regions.regions(prefix == null ? service : prefix.toString(), partition, false);
    }

    @Override
    public Map<String, Object> serviceData(String service) {
        checkOpen();
        Map<String, Object> data = catalog().data(service, ModelCatalog.SERVICE, null);
        EventSlot slot = events.slot("service-data-loaded." + service);
        if (!slot.isEmpty()) {
            slot.fire(new ServiceDataLoaded(slot.name(), data, service, this));
        }
        return data;
    }

    @Override
    public Optional<String> profile() {
        return configuration.profile();
    }

    @Override
    public Optional<String> region() {
        return Optional.ofNullable(configuration.text("region"));
    }

    @Override
    public void close() {
        end("The session \"" + name() + "\" is closed");
    }

    void end(String reason) {
        if (refuse(reason)) {
            end(Ending.deadline());
        }
    }

    /** Lets no call begin any more; false when none could. */
    boolean refuse(String reason) {
        synchronized (clients) {
            if (ended != null) {
                return false;
            }
            ended = reason;
        }
        openClients().forEach(client -> client.refuse(reason));
        return true;
    }

    /** Ends a session that refuses calls: those in flight have until the deadline to finish, then they are cut. */
    void end(long deadline) {
        openClients().forEach(client -> client.end(deadline));
        platform.registry().remove(this);
    }

    /** Ends the session for who calls from now on; calls in flight have all the time they need. */
    void retire(String reason) {
        synchronized (clients) {
            if (ended != null) {
                return;
            }
            ended = reason;
        }
        openClients().forEach(client -> client.retire(reason));
        platform.registry().remove(this);
    }

    private List<LiveClient> openClients() {
        synchronized (clients) {
            return List.copyOf(clients);
        }
    }

    void checkOpen() {
        String reason = ended;
        if (reason != null) {
            throw new ClosedException(reason);
        }
    }

    boolean isClosed() {
        return ended != null;
    }

    void forget(LiveClient client) {
        clients.remove(client);
    }

    Platform platform() {
        return platform;
    }

    EmitterFactory emitterFactory() {
        return emitterFactory;
    }

    Map<String, Object> properties() {
        return properties;
    }

    ModelCatalog catalog() {
        return platform.parts().required().models.catalog(dataPath);
    }

    @Override
    public String toString() {
        return "Session(" + name() + ')';
    }
}
