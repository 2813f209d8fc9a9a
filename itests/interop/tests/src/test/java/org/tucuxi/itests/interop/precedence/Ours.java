package org.tucuxi.itests.interop.precedence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.Session;
import org.tucuxi.SessionFactory;
import org.tucuxi.config.Configuration;
import org.tucuxi.config.ConfigurationFactory;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.launcher.Tucuxi;

/** Tucuxi, asked what botocore is asked, with an answer of the same form. */
final class Ours {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ConfigurationFactory configurations;
    private final SessionFactory sessions;

    Ours(Tucuxi tucuxi) {
        BundleContext context = tucuxi.bundleContext();
        configurations = context.getService(context.getServiceReference(ConfigurationFactory.class));
        sessions = tucuxi.sessionFactory();
    }

    JsonNode ask(Case one, boolean withClients) {
        ObjectNode result = NODES.objectNode();
        result.set("credentials", answered(() -> in(one, Ours::credentials)));
        result.set("region", answered(() -> in(one, session -> NODES.objectNode().put("name",
                session.region().orElse(null)))));
        if (withClients) {
            for (String service : new String[] {"s3", "sqs", "sts"}) {
                result.set(service, answered(() -> in(one, session -> client(session, service, one))));
            }
        }
        return result;
    }

    JsonNode values(Case one, List<String> asked) {
        return answered(() -> in(one, session -> {
            ObjectNode result = NODES.objectNode();
            for (String name : asked) {
                result.set(name, answered(() -> NODES.objectNode().set("value",
                        MAPPER.valueToTree(session.configuration().get(name)))));
            }
            return result;
        }));
    }

    private static JsonNode answered(Callable<JsonNode> question) {
        try {
            return question.call();
        } catch (Exception e) {
            return NODES.objectNode().put("error", e.getClass().getSimpleName())
                    .put("message", String.valueOf(e.getMessage()));
        }
    }

    private JsonNode in(Case one, Function<Session, JsonNode> question) {
        Map<String, Object> overrides = new LinkedHashMap<>(one.variables);
        if (one.explicitProfile != null) {
            overrides.put("profile", one.explicitProfile);
        }
        Configuration configuration = configurations.read(overrides, one.environment);
        SessionFactory.Builder builder = sessions.builder().configuration(configuration);
        if (one.explicitKeys != null) {
            builder.credentials(Credentials.of(one.explicitKeys.get(0), one.explicitKeys.get(1)));
        }
        try (Session session = builder.build()) {
            return question.apply(session);
        }
    }

    private static JsonNode credentials(Session session) {
        Optional<Credentials> found = session.credentials();
        if (found.isEmpty()) {
            return NODES.nullNode();
        }
        ObjectNode result = NODES.objectNode().put("method", found.get().method());
        if (!Reference.NEEDS_NETWORK.contains(found.get().method())) {
            FrozenCredentials frozen = found.get().freeze();
            result.put("accessKey", frozen.accessKey()).put("token", frozen.token());
        }
        return result;
    }

    private static JsonNode client(Session session, String service, Case one) {
        ClientConfig.Builder config = ClientConfig.builder().credentials(Credentials.of("AKIDCLIENT", "secret"));
        one.clientConfig.forEach(config::option);
        if (one.clientRegion != null) {
            config.regionName(one.clientRegion);
        }
        if (one.clientEndpoint != null) {
            config.endpointUrl(one.clientEndpoint);
        }
        try (Client client = session.client(service, config.build())) {
            Map<String, Object> retries = client.meta().config().retries();
            ObjectNode result = NODES.objectNode().put("region", client.meta().region())
                    .put("endpoint", client.meta().endpointUrl())
                    .put("mode", (String) retries.get("mode"))
                    .put("attempts", (Integer) retries.get("total_max_attempts"));
            return result.put("connectTimeout", client.meta().config().connectTimeout().toMillis() / 1000.0);
        }
    }
}
