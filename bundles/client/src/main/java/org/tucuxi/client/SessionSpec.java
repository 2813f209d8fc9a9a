package org.tucuxi.client;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tucuxi.ClientConfig;
import org.tucuxi.Session;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.Credentials;

/**
 * What a session is made of.
 *
 * @param name its name
 * @param credentials explicit credentials, or null
 * @param dataPath folders that are searched first
 * @param defaultClientConfig what every client starts from
 * @param configuration what to start from instead of environment and files, or null
 * @param variables configuration variables that were set, {@code profile} and {@code region} among them
 * @param setBy who set them, or null for the program
 * @param builtinHandlers whether the emitter starts with the core's handlers
 * @param initializers run last
 */
record SessionSpec(String name, Credentials credentials, List<Path> dataPath, ClientConfig defaultClientConfig,
        Configuration configuration, Map<String, Object> variables, String setBy, boolean builtinHandlers,
        List<Consumer<Session>> initializers) {

    SessionSpec {
        dataPath = List.copyOf(dataPath);
        variables = Map.copyOf(new LinkedHashMap<>(variables));
        initializers = List.copyOf(initializers);
    }

    /** Of a record that cannot be used: the session's making fails with the reason. */
    static SessionSpec broken(String name, RuntimeException reason) {
        Consumer<Session> failing = session -> {
            throw reason;
        };
        return new SessionSpec(name, null, List.of(), ClientConfig.EMPTY, null, Map.of(), null, true, List.of(failing));
    }

    static SessionSpec named(String name) {
        return new SessionSpec(name, null, List.of(), ClientConfig.EMPTY, null, Map.of(), null, true, List.of());
    }
}
