package org.tucuxi.client;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.tucuxi.ClientConfig;
import org.tucuxi.Session;
import org.tucuxi.SessionFactory;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.Credentials;

/** Collects what a session by code is made of. */
final class SessionBuilder implements SessionFactory.Builder {

    private static final AtomicInteger UNNAMED = new AtomicInteger();

    private final Platform platform;
    private String name;
    private Credentials credentials;
    private Configuration configuration;
    private List<Path> dataPath = List.of();
    private ClientConfig defaultClientConfig = ClientConfig.EMPTY;
    private final Map<String, Object> variables = new LinkedHashMap<>();
    private boolean builtinHandlers = true;
    private final List<Consumer<Session>> initializers = new ArrayList<>();

    SessionBuilder(Platform platform) {
        this.platform = platform;
    }

    @Override
    public SessionBuilder name(String newName) {
        this.name = Objects.requireNonNull(newName, "name");
        return this;
    }

    @Override
    public SessionBuilder profile(String profile) {
        return configVariable("profile", profile);
    }

    @Override
    public SessionBuilder region(String region) {
        return configVariable("region", region);
    }

    @Override
    public SessionBuilder credentials(Credentials newCredentials) {
        this.credentials = Objects.requireNonNull(newCredentials, "credentials");
        return this;
    }

    @Override
    public SessionBuilder dataPath(Path... folders) {
        this.dataPath = List.of(folders);
        return this;
    }

    @Override
    public SessionBuilder defaultClientConfig(ClientConfig config) {
        this.defaultClientConfig = Objects.requireNonNull(config, "config");
        return this;
    }

    @Override
    public SessionBuilder configVariable(String variable, Object value) {
        variables.put(Objects.requireNonNull(variable, "variable"), Objects.requireNonNull(value, variable));
        return this;
    }

    @Override
    public SessionBuilder configuration(Configuration newConfiguration) {
        this.configuration = Objects.requireNonNull(newConfiguration, "configuration");
        return this;
    }

    @Override
    public SessionBuilder includeBuiltinHandlers(boolean include) {
        this.builtinHandlers = include;
        return this;
    }

    @Override
    public SessionBuilder initializer(Consumer<Session> initializer) {
        initializers.add(Objects.requireNonNull(initializer, "initializer"));
        return this;
    }

    @Override
    public Session build() {
        Parts parts = platform.parts().required();
        String finalName = name != null ? name : "session-" + UNNAMED.incrementAndGet();
        LiveSession session = LiveSession.create(platform, parts, new SessionSpec(finalName, credentials, dataPath,
                defaultClientConfig, configuration, variables, null, builtinHandlers, initializers));
        platform.registry().add(session);
        return session;
    }
}
