package org.tucuxi.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientMeta;
import org.tucuxi.PresignedPost;
import org.tucuxi.Session;
import org.tucuxi.SessionFactory;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialResolver;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.emitter.EmitterComponent;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.event.GenericEvent;
import org.tucuxi.paginator.Paginator;
import org.tucuxi.waiter.Waiter;

/** A session whose clients answer what the test says, and its factory. */
final class FakeSession implements Session, SessionFactory {

    final String name;
    final List<String> missing = new ArrayList<>();
    final Emitter events;
    BiFunction<String, Map<String, ?>, Map<String, Object>> answer = (operation, parameters) -> new LinkedHashMap<>();
    ClientConfig lastConfig;
    String lastService;
    int openClients;
    CredentialResolver resolver;
    Configuration configuration;

    FakeSession(String name) {
        this.name = name;
        this.events = new EmitterComponent().create(Map.of(EmitterFactory.SESSION_NAME, name));
    }

    /** Emits as a client of the session does. */
    void emit(String event) {
        events.slot(event).fire(new GenericEvent(event, Map.of()));
    }

    /** Whether somebody watches: then even events that nobody handles are worth emitting. */
    boolean isWatched() {
        return !events.slot("nobody-handles-this").isEmpty();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Emitter events() {
        return events;
    }

    @Override
    public Client client(String service, ClientConfig config) {
        lastService = service;
        lastConfig = config;
        openClients++;
        return new FakeClient();
    }

    @Override
    public Optional<Credentials> credentials() {
        return resolver.load();
    }

    @Override
    public CredentialResolver credentialResolver() {
        return resolver;
    }

    @Override
    public Configuration configuration() {
        return configuration;
    }

    @Override
    public List<String> availableServices() {
        return List.of("s3", "sts");
    }

    @Override
    public List<String> availableRegions(String service, String partition) {
        return List.of();
    }

    @Override
    public Map<String, Object> serviceData(String service) {
        return Map.of();
    }

    @Override
    public Optional<String> profile() {
        return Optional.empty();
    }

    @Override
    public Optional<String> region() {
        return Optional.of("eu-central-1");
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    @Override
    public SessionFactory.Builder builder() {
        return new FakeBuilder(this);
    }

    @Override
    public List<Session> sessions() {
        return List.of(this);
    }

    @Override
    public List<String> missing() {
        return missing;
    }

    private final class FakeClient implements Client {

        @Override
        public ClientMeta meta() {
            throw new AssertionError("the tested code must not ask for this");
        }

        @Override
        public Map<String, Object> call(String operation, Map<String, ?> parameters) {
            return answer.apply(operation, parameters);
        }

        @Override
        public CompletableFuture<Map<String, Object>> callAsync(String operation, Map<String, ?> parameters) {
            throw new AssertionError("the tested code must not ask for this");
        }

        @Override
        public String presignedUrl(String operation, Map<String, ?> parameters, Duration expiresIn, String httpMethod) {
            throw new AssertionError("the tested code must not ask for this");
        }

        @Override
        public PresignedPost presignedPost(String bucket, String key, Map<String, String> fields, List<?> conditions,
                Duration expiresIn) {
            throw new AssertionError("the tested code must not ask for this");
        }

        @Override
        public boolean canPaginate(String operation) {
            throw new AssertionError("the tested code must not ask for this");
        }

        @Override
        public Paginator paginator(String operation) {
            throw new AssertionError("the tested code must not ask for this");
        }

        @Override
        public List<String> waiterNames() {
            throw new AssertionError("the tested code must not ask for this");
        }

        @Override
        public Waiter waiter(String name) {
            throw new AssertionError("the tested code must not ask for this");
        }

        @Override
        public Object invoke(String method, Object... arguments) {
            throw new AssertionError("the tested code must not ask for this");
        }

        @Override
        public <T> T as(Class<T> view) {
            throw new AssertionError("the tested code must not ask for this");
        }

        @Override
        public void close() {
            openClients--;
        }
    }

    /** Knows profiles only by refusing them. */
    private record FakeBuilder(FakeSession session) implements SessionFactory.Builder {

        @Override
        public SessionFactory.Builder name(String name) {
            return this;
        }

        @Override
        public SessionFactory.Builder profile(String profile) {
            throw new org.tucuxi.config.ProfileNotFoundException("The config profile (" + profile
                    + ") could not be found");
        }

        @Override
        public SessionFactory.Builder region(String region) {
            return this;
        }

        @Override
        public SessionFactory.Builder credentials(Credentials credentials) {
            return this;
        }

        @Override
        public SessionFactory.Builder dataPath(Path... folders) {
            return this;
        }

        @Override
        public SessionFactory.Builder defaultClientConfig(ClientConfig config) {
            return this;
        }

        @Override
        public SessionFactory.Builder configVariable(String variable, Object value) {
            return this;
        }

        @Override
        public SessionFactory.Builder configuration(org.tucuxi.config.Configuration configuration) {
            return this;
        }

        @Override
        public SessionFactory.Builder includeBuiltinHandlers(boolean include) {
            return this;
        }

        @Override
        public SessionFactory.Builder initializer(Consumer<Session> initializer) {
            return this;
        }

        @Override
        public Session build() {
            return session;
        }
    }
}
