package org.tucuxi.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.TucuxiException;
import org.tucuxi.credentials.CredentialRefresh;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.SsoException;
import org.tucuxi.credentials.SsoTokenLoadException;
import org.tucuxi.credentials.TemporaryCredentials;
import org.tucuxi.credentials.UnauthorizedSsoTokenException;
import org.tucuxi.credentials.testing.FixedConfiguration;
import org.tucuxi.credentials.testing.MemoryCaches;
import org.tucuxi.credentials.testing.MovingClock;

class SsoCredentialsTest {

    private static final String SECRET = "secretSECRETsecret";
    private static final Path HOME = Path.of("/home/me");
    private static final Path TOKEN = HOME.resolve(".aws/sso/cache/a51746d4aa793ae07b25e90c3a5db96fc7832bd7.json");
    private static final Path SESSION_TOKEN =
            HOME.resolve(".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json");
    private static final Path CACHED = HOME.resolve(".aws/cli/cache/e03d8025af26e6a3f6c8402f15b918fb974ccc47.json");
    private static final Path SESSION_CACHED =
            HOME.resolve(".aws/cli/cache/8457bc68cf9d4aa8d629a61563948e8bd3159d49.json");
    private static final long IN_AN_HOUR = MovingClock.START.plusSeconds(3600).toEpochMilli();
    private static final FrozenCredentials NEW =
            new FrozenCredentials("ASIANEW", SECRET, "session" + SECRET, "123456789012");

    private final FixedConfiguration configuration = new FixedConfiguration();
    private final MemoryCaches caches = new MemoryCaches();
    private final MovingClock clock = new MovingClock();
    private final FakeService service = new FakeService();
    private Supplier<TemporaryCredentials> refresh;

    private final CredentialRefresh refreshes = new CredentialRefresh() {
        @Override
        public Credentials refreshable(String method, TemporaryCredentials first,
                Supplier<TemporaryCredentials> again) {
            throw new AssertionError("nothing is there at first");
        }

        @Override
        public Credentials deferred(String method, Supplier<TemporaryCredentials> again) {
            refresh = again;
            return Credentials.of("used", "used", null, null, method);
        }
    };

    private final SsoCredentials provider =
            new SsoCredentials(refreshes, new Access(service, caches, (name, again) -> again, clock));

    @BeforeEach
    void aProfileAndItsToken() {
        configuration.environment.put("HOME", HOME.toString());
        configuration.profile = "dev";
        configuration.scoped.putAll(Map.of("sso_role_name", "Admin", "sso_account_id", "123456789012",
                "sso_start_url", "https://corp.awsapps.com/start", "sso_region", "eu-west-1"));
        caches.files.put(TOKEN, Map.of("accessToken", "token" + SECRET, "expiresAt", "2026-01-31T12:00:01UTC"));
        service.answer = answer(IN_AN_HOUR);
    }

    private void useSession() {
        configuration.scoped.clear();
        configuration.scoped.putAll(Map.of("sso_role_name", "Admin", "sso_account_id", "123456789012",
                "sso_session", "corp"));
        configuration.full.put("sso_sessions", Map.of("corp",
                Map.of("sso_start_url", "https://corp.awsapps.com/start", "sso_region", "eu-west-1")));
        caches.files.put(SESSION_TOKEN,
                Map.of("accessToken", "sessionToken" + SECRET, "expiresAt", "2026-01-31T13:00:00Z"));
    }

    private static Map<String, Object> answer(Object expiration) {
        Map<String, Object> keys = new HashMap<>(Map.of("accessKeyId", "ASIANEW", "secretAccessKey", SECRET,
                "sessionToken", "session" + SECRET));
        if (expiration != null) {
            keys.put("expiration", expiration);
        }
        return Map.of("roleCredentials", keys);
    }

    private TemporaryCredentials load() {
        assertThat(provider.load(configuration).credentials().method()).isEqualTo("sso");
        return refresh.get();
    }

    private static Map<String, Object> entry(String accessKey, Instant expiry) {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("AccessKeyId", accessKey);
        kept.put("SecretAccessKey", SECRET);
        kept.put("SessionToken", "session" + SECRET);
        kept.put("Expiration", expiry.toString());
        kept.put("AccountId", "123456789012");
        return new LinkedHashMap<>(Map.of("ProviderType", "sso", "Credentials", kept));
    }

    @Test
    void aProfileWithoutRoleAndAccountIsNotItsBusiness() {
        configuration.scoped.clear();

        assertThat(provider.name()).isEqualTo("sso");
        assertThat(provider.load(configuration).credentials()).isNull();
        assertThat(provider.load(configuration).reason())
                .isEqualTo("profile 'dev' has neither sso_role_name nor sso_account_id");
    }

    @Test
    void nothingIsCalledBeforeCredentialsAreNeeded() {
        provider.load(configuration);

        assertThat(service.calls).isEmpty();
    }

    @Test
    void theTokenOfTheStartUrlGetsTheRole() {
        assertThat(load()).isEqualTo(new TemporaryCredentials(NEW, MovingClock.START.plusSeconds(3600)));
        assertThat(service.calls).containsExactly(new CallsService.ServiceCall("sso", "eu-west-1", "GetRoleCredentials",
                Map.of("roleName", "Admin", "accountId", "123456789012", "accessToken", "token" + SECRET)));
    }

    @Test
    void theTokenOfTheSessionGetsTheRole() {
        useSession();

        assertThat(load().keys()).isEqualTo(NEW);
        assertThat(service.calls.get(0).parameters().get("accessToken")).isEqualTo("sessionToken" + SECRET);
        assertThat(caches.files).containsKey(SESSION_CACHED);
    }

    @Test
    void theTokenProviderOfASessionNeedsItsOwnKeysThere() {
        useSession();
        configuration.scoped.put("sso_start_url", "https://corp.awsapps.com/start");
        configuration.full.put("sso_sessions", Map.of("corp", Map.of("sso_region", "eu-west-1")));

        assertThatThrownBy(this::load).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("['sso_start_url']");
    }

    @Test
    void credentialsAreKeptForTheCli() {
        service.answer = answer(IN_AN_HOUR + 999);

        assertThat(load().expiry()).isEqualTo(MovingClock.START.plusSeconds(3600));
        assertThat(caches.files.get(CACHED)).isEqualTo(entry("ASIANEW", MovingClock.START.plusSeconds(3600)));
    }

    @Test
    void whatTheCliKeptIsUsedWhileItIsGoodForAQuarterOfAnHour() {
        caches.files.put(CACHED, entry("ASIAKEPT", MovingClock.START.plusSeconds(900)));

        assertThat(load().keys().accessKey()).isEqualTo("ASIAKEPT");
        assertThat(service.calls).isEmpty();

        clock.move(Duration.ofSeconds(1));
        caches.files.put(TOKEN, Map.of("accessToken", "t", "expiresAt", "2026-01-31T13:00:00Z"));
        assertThat(refresh.get().keys().accessKey()).isEqualTo("ASIANEW");
    }

    @Test
    void aBrokenEntryIsPassedOver() {
        for (String key : List.of("AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration")) {
            Map<String, Object> entry = entry("ASIAKEPT", MovingClock.START.plusSeconds(3600));
            ((Map<?, ?>) entry.get("Credentials")).remove(key);
            caches.files.put(CACHED, entry);

            assertThat(load().keys().accessKey()).isEqualTo("ASIANEW");
        }
        caches.files.put(CACHED, Map.of("Credentials", "x"));
        assertThat(load().keys().accessKey()).isEqualTo("ASIANEW");
    }

    @Test
    void anEntryWithoutAccountIsUsed() {
        Map<String, Object> entry = entry("ASIAKEPT", MovingClock.START.plusSeconds(3600));
        ((Map<?, ?>) entry.get("Credentials")).remove("AccountId");
        caches.files.put(CACHED, entry);

        assertThat(load().keys().accountId()).isNull();
    }

    @Test
    void anEndedTokenIsNotEvenSent() {
        clock.move(Duration.ofSeconds(1));

        assertThatThrownBy(this::load).isInstanceOf(UnauthorizedSsoTokenException.class)
                .hasMessage("The SSO session associated with this profile has expired or is otherwise invalid. To "
                        + "refresh this SSO session run aws sso login with the corresponding profile.");
        assertThat(service.calls).isEmpty();
    }

    @Test
    void aClockThatIsAnHourSlowSendsAnEndedToken() {
        caches.files.put(TOKEN, Map.of("accessToken", "t", "expiresAt", "2026-01-31T11:30:00Z"));
        clock.move(Duration.ofHours(-1));
        service.failure = FakeService.error("UnauthorizedException");

        assertThatThrownBy(this::load).isInstanceOf(UnauthorizedSsoTokenException.class).hasCause(service.failure);
        assertThat(service.calls).hasSize(1);
    }

    @Test
    void withoutATokenTheUserMustSignIn() {
        caches.files.remove(TOKEN);

        assertThatThrownBy(this::load).isInstanceOf(SsoTokenLoadException.class)
                .hasMessage("Error loading SSO Token: Token for https://corp.awsapps.com/start does not exist");
    }

    @Test
    void whatSsoRefusesOtherwiseGoesToTheCaller() {
        for (RuntimeException failure : List.of(FakeService.error("ForbiddenException"),
                FakeService.error("TooManyRequestsException"), new TucuxiException("refused"))) {
            service.failure = failure;

            assertThatThrownBy(this::load).isSameAs(failure);
        }
        assertThat(caches.files).doesNotContainKey(CACHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accessKeyId", "secretAccessKey", "sessionToken", "expiration"})
    void anIncompleteAnswerIsNotKept(String member) {
        ((Map<?, ?>) service.answer.get("roleCredentials")).remove(member);

        assertThatThrownBy(this::load).isInstanceOf(SsoException.class)
                .hasMessage("Error when retrieving credentials from sso: the answer of sso:GetRoleCredentials has no "
                        + member);
        assertThat(caches.files).doesNotContainKey(CACHED);
    }

    @Test
    void anAnswerWithoutCredentialsIsAnError() {
        service.answer = Map.of();

        assertThatThrownBy(this::load).isInstanceOf(SsoException.class).hasMessageEndingWith("has no roleCredentials");
    }

    @Test
    void aCacheThatCannotBeWrittenDoesNotTakeTheCredentialsAway() {
        caches.isReadOnly = true;

        assertThat(load().keys()).isEqualTo(NEW);
    }
}
