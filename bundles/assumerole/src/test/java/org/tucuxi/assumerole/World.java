package org.tucuxi.assumerole;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialAnswer;
import org.tucuxi.credentials.CredentialCaches;
import org.tucuxi.credentials.CredentialProvider;
import org.tucuxi.credentials.CredentialRefresh;
import org.tucuxi.credentials.CredentialResolver;
import org.tucuxi.credentials.CredentialResolverFactory;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.MfaCodes;
import org.tucuxi.credentials.TemporaryCredentials;

/** What the providers find around them. Its refresh gets new credentials each time somebody asks. */
final class World implements CredentialRefresh, CredentialCaches, CredentialResolverFactory {

    final FakeSts sts = new FakeSts();
    final Map<String, Object> services = new HashMap<>();
    final Map<Path, Map<String, Map<String, ?>>> files = new HashMap<>();
    final List<CredentialProvider> providers = new ArrayList<>();
    Clock clock = Clock.fixed(Instant.parse("2030-01-01T11:00:00Z"), ZoneOffset.UTC);
    UncheckedIOException diskFailure;

    World() {
        services.put(Services.SESSIONS, sts.factory());
        services.put(Services.RESOLVERS, this);
        provider("shared-credentials-file", null, configuration -> configuration.scopedConfig()
                .get("aws_access_key_id") instanceof String key ? Credentials.of(key, "secret") : null);
    }

    void mfa(MfaCodes codes) {
        services.put(Services.MFA_CODES, codes);
    }

    void provider(String name, String canonicalName, Function<Configuration, Credentials> load) {
        providers.add(new CredentialProvider() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String canonicalName() {
                return canonicalName;
            }

            @Override
            public CredentialAnswer load(Configuration configuration) {
                Credentials found = load.apply(configuration);
                return found == null ? CredentialAnswer.none("nothing there") : CredentialAnswer.found(found);
            }
        });
    }

    AssumeRole assumeRole() {
        return new AssumeRole(new Services(services::get), this, this, clock);
    }

    AssumeRoleWithWebIdentity webIdentity() {
        return new AssumeRoleWithWebIdentity(new Services(services::get), this, this, clock);
    }

    RolesOfPrograms roles() {
        return new RolesOfPrograms(new Services(services::get), this, clock);
    }

    /** The entries of the one folder that was written to. */
    Map<String, Map<String, ?>> cli() {
        return files.getOrDefault(Path.of("/home/ada/.aws/cli/cache"), Map.of());
    }

    @Override
    public Credentials refreshable(String method, TemporaryCredentials first, Supplier<TemporaryCredentials> refresh) {
        throw new AssertionError("not asked for in these tests");
    }

    @Override
    public Credentials deferred(String method, Supplier<TemporaryCredentials> refresh) {
        return new Credentials() {
            @Override
            public FrozenCredentials freeze() {
                return refresh.get().keys();
            }

            @Override
            public String method() {
                return method;
            }
        };
    }

    @Override
    public Cache in(Path folder) {
        return new Cache() {
            @Override
            public Optional<Map<String, Object>> read(String key) {
                return Optional.ofNullable(files.getOrDefault(folder, Map.of()).get(key)).map(HashMap::new);
            }

            @Override
            public void write(String key, Map<String, ?> entry) {
                if (diskFailure != null) {
                    throw diskFailure;
                }
                files.computeIfAbsent(folder, absent -> new HashMap<>()).put(key, entry);
            }
        };
    }

    @Override
    public CredentialResolver create(Configuration configuration) {
        return create(configuration, provider -> true);
    }

    @Override
    public CredentialResolver create(Configuration configuration, Predicate<CredentialProvider> wanted) {
        return new Chain(configuration, providers.stream().filter(wanted).toList());
    }

    private record Chain(Configuration configuration, List<CredentialProvider> providers)
            implements CredentialResolver {

        @Override
        public Optional<Credentials> load() {
            return providers.stream().map(provider -> provider.load(configuration).credentials())
                    .filter(found -> found != null).findFirst();
        }

        @Override
        public List<String> names() {
            return providers.stream().map(CredentialProvider::name).toList();
        }

        @Override
        public void insertBefore(String name, CredentialProvider provider) {
            throw new AssertionError("not asked for in these tests");
        }

        @Override
        public void insertAfter(String name, CredentialProvider provider) {
            throw new AssertionError("not asked for in these tests");
        }

        @Override
        public void remove(String name) {
            throw new AssertionError("not asked for in these tests");
        }

        @Override
        public CredentialProvider provider(String name) {
            throw new AssertionError("not asked for in these tests");
        }

        @Override
        public List<Report> report() {
            return providers.stream().map(provider -> new Report(provider.name(), Outcome.NOTHING, "nothing there"))
                    .toList();
        }
    }
}
