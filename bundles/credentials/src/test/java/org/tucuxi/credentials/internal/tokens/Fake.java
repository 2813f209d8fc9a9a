package org.tucuxi.credentials.internal.tokens;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.BearerToken;
import org.tucuxi.credentials.TokenProvider;

/** What tests of tokens put in the place of the world. */
final class Fake {

    private Fake() {
    }

    /** A configuration with an environment and a profile. */
    static Configuration configuration(Map<String, String> environment, Map<String, Object> profile) {
        Map<String, Object> answers = Map.of("environment", environment, "scopedConfig", profile, "profile",
                Optional.of("dev"));
        return (Configuration) Proxy.newProxyInstance(Fake.class.getClassLoader(), new Class<?>[] {Configuration.class},
                (proxy, method, arguments) -> {
                    if (answers.containsKey(method.getName())) {
                        return answers.get(method.getName());
                    }
                    throw new AssertionError(method + " is not asked for in these tests");
                });
    }

    /** A provider that answers by signing name, where {@code null} is the session's own, and keeps what it was asked for. */
    static final class Provider implements TokenProvider {

        final List<String> asked = new CopyOnWriteArrayList<>();
        private final String name;
        private final Function<String, String> tokens;

        private Provider(String name, Function<String, String> tokens) {
            this.name = name;
            this.tokens = tokens;
        }

        static Provider with(String name, String signingName, String token) {
            Map<String, String> tokens = new HashMap<>();
            tokens.put(signingName, token);
            return new Provider(name, tokens::get);
        }

        static Provider without(String name) {
            return new Provider(name, any -> null);
        }

        static Provider failing(String name) {
            return new Provider(name, any -> {
                throw new IllegalStateException("no luck with " + any);
            });
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Optional<Supplier<BearerToken>> load(Configuration configuration, String signingName) {
            asked.add(String.valueOf(signingName));
            return Optional.ofNullable(tokens.apply(signingName)).map(value -> () -> new BearerToken(value, null));
        }
    }
}
