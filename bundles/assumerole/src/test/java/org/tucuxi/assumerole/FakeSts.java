package org.tucuxi.assumerole;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.Session;
import org.tucuxi.SessionFactory;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.Credentials;

/** Sessions whose client answers as STS does, and what they were made of and asked for. */
final class FakeSts {

    static final Instant EXPIRY = Instant.parse("2030-01-01T12:00:00Z");

    final List<Call> calls = new ArrayList<>();
    int open;
    Function<Map<String, Object>, Map<String, Object>> answer = FakeSts::answer;

    /** One call, and the session it was made in. */
    record Call(Configuration configuration, Credentials credentials, String service, String signatureVersion,
            String operation, Map<String, Object> parameters) {
    }

    private final class Making {
        private Configuration configuration;
        private Credentials credentials;
        private String service;
        private ClientConfig config;
    }

    /** The credentials are named after the role. */
    static Map<String, Object> answer(Map<String, Object> parameters) {
        String role = parameters.get("RoleArn").toString();
        String name = role.substring(role.lastIndexOf('/') + 1);
        return Map.of("Credentials", Map.of("AccessKeyId", "ASIA" + name, "SecretAccessKey", "secret-" + name,
                "SessionToken", "token-" + name, "Expiration", EXPIRY), "AssumedRoleUser", Map.of("AssumedRoleId", "id",
                "Arn", "arn:aws:sts::210987654321:assumed-role/" + name + "/session"));
    }

    SessionFactory factory() {
        return fake(SessionFactory.class, (method, arguments) -> builder(new Making()));
    }

    private SessionFactory.Builder builder(Making making) {
        SessionFactory.Builder[] self = new SessionFactory.Builder[1];
        self[0] = fake(SessionFactory.Builder.class, (method, arguments) -> {
            switch (method) {
                case "configuration" -> making.configuration = (Configuration) arguments[0];
                case "credentials" -> making.credentials = (Credentials) arguments[0];
                case "build" -> {
                    open++;
                    return session(making);
                }
                default -> { }
            }
            return self[0];
        });
        return self[0];
    }

    private Session session(Making making) {
        return fake(Session.class, (method, arguments) -> {
            if (method.equals("close")) {
                open--;
                return null;
            }
            making.service = (String) arguments[0];
            making.config = (ClientConfig) arguments[1];
            return client(making);
        });
    }

    @SuppressWarnings("unchecked")
    private Client client(Making making) {
        return fake(Client.class, (method, arguments) -> {
            Map<String, Object> parameters = (Map<String, Object>) arguments[1];
            calls.add(new Call(making.configuration, making.credentials, making.service,
                    making.config.signatureVersion(), (String) arguments[0], parameters));
            return answer.apply(parameters);
        });
    }

    private interface Answer {
        Object to(String method, Object... arguments);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
