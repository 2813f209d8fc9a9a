package org.tucuxi.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
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
import org.tucuxi.credentials.BearerToken;
import org.tucuxi.credentials.SsoTokenLoadException;
import org.tucuxi.credentials.TokenRetrievalException;
import org.tucuxi.credentials.testing.FixedConfiguration;
import org.tucuxi.credentials.testing.MemoryCaches;
import org.tucuxi.credentials.testing.MovingClock;

/** What is refreshed when; that tokens are refreshed once a minute at most is the refresh service's affair. */
class SsoTokensTest {

    private static final String SECRET = "secretSECRETsecret";
    private static final Path FILE =
            Path.of("/home/me/.aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json");

    private final FixedConfiguration configuration = new FixedConfiguration();
    private final MemoryCaches caches = new MemoryCaches();
    private final MovingClock clock = new MovingClock();
    private final FakeService service = new FakeService();
    private final SsoTokens provider = new SsoTokens(new Access(service, caches, (name, refresh) -> {
        assertThat(name).isEqualTo("sso");
        return refresh;
    }, clock));
    private final Map<String, Object> section = new LinkedHashMap<>();

    @BeforeEach
    void aSession() {
        configuration.environment.put("HOME", "/home/me");
        configuration.profile = "dev";
        configuration.scoped.put("sso_session", "corp");
        section.put("sso_start_url", "https://corp.awsapps.com/start");
        section.put("sso_region", "eu-west-1");
        configuration.full.put("sso_sessions", Map.of("corp", section));
        service.answer = Map.of("accessToken", "new" + SECRET, "expiresIn", 3600,
                "refreshToken", "newRefresh" + SECRET);
    }

    /** A file as the CLI writes it. */
    private Map<String, Object> file(String expiresAt) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("startUrl", "https://corp.awsapps.com/start");
        file.put("region", "eu-west-1");
        file.put("accessToken", "old" + SECRET);
        file.put("expiresAt", expiresAt);
        file.put("clientId", "client");
        file.put("clientSecret", "client" + SECRET);
        file.put("registrationExpiresAt", "2026-07-01T00:00:00Z");
        file.put("refreshToken", "refresh" + SECRET);
        caches.files.put(FILE, file);
        return file;
    }

    private BearerToken token() {
        return supplier().get();
    }

    private Supplier<BearerToken> supplier() {
        return provider.load(configuration, null).orElseThrow();
    }

    @Test
    void aProfileWithoutSessionHasNoToken() {
        configuration.scoped.clear();

        assertThat(provider.name()).isEqualTo("sso");
        assertThat(provider.load(configuration, null)).isEmpty();
        assertThat(provider.reason(configuration, null)).isEqualTo("profile 'dev' has no sso_session");
    }

    @Test
    void theTokenIsTheSessionsOwnAndNotMeantForOneService() {
        assertThat(provider.load(configuration, "codecatalyst")).isEmpty();
        assertThat(provider.reason(configuration, "codecatalyst")).isEqualTo("gives the session's own token only");
    }

    @Test
    void nothingIsReadBeforeATokenIsNeeded() {
        assertThat(supplier()).isNotNull();
        assertThatThrownBy(this::token).isInstanceOf(SsoTokenLoadException.class)
                .hasMessage("Error loading SSO Token: Token for corp does not exist");
    }

    @Test
    void theSessionMustExist() {
        for (Map<String, Object> sessions : List.of(Map.<String, Object>of(),
                Map.<String, Object>of("corp", Map.of()))) {
            configuration.full.put("sso_sessions", sessions);

            assertThatThrownBy(this::supplier).isInstanceOf(InvalidConfigException.class)
                    .hasMessage("The profile \"dev\" is configured to use the SSO token provider but the \"corp\" "
                            + "sso_session configuration does not exist.");
        }
    }

    @Test
    void theSessionMustBeComplete() {
        section.remove("sso_start_url");
        assertThatThrownBy(this::supplier).isInstanceOf(InvalidConfigException.class)
                .hasMessage("The profile \"dev\" is configured to use the SSO token provider but is missing the "
                        + "following configuration: ['sso_start_url'].");

        section.remove("sso_region");
        section.put("other", "x");
        assertThatThrownBy(this::supplier).hasMessageEndingWith(": ['sso_start_url', 'sso_region'].");
    }

    @Test
    void aTokenThatIsGoodForAQuarterOfAnHourIsUsed() {
        file("2026-01-31T12:15:00Z");

        assertThat(token()).isEqualTo(new BearerToken("old" + SECRET, MovingClock.START.plusSeconds(900)));
        assertThat(service.calls).isEmpty();
    }

    @Test
    void anOlderOneIsRefreshed() {
        file("2026-01-31T12:14:59Z");

        assertThat(token()).isEqualTo(new BearerToken("new" + SECRET, MovingClock.START.plusSeconds(3600)));
        assertThat(service.calls).containsExactly(new CallsService.ServiceCall("sso-oidc", "eu-west-1", "CreateToken",
                Map.of("grantType", "refresh_token", "clientId", "client", "clientSecret", "client" + SECRET,
                        "refreshToken", "refresh" + SECRET)));
    }

    @Test
    void whatIsRefreshedIsKeptForOthers() {
        file("2026-01-31T11:00:00Z").put("unknown", "x");

        token();

        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("startUrl", "https://corp.awsapps.com/start");
        expected.put("region", "eu-west-1");
        expected.put("accessToken", "new" + SECRET);
        expected.put("expiresAt", "2026-01-31T13:00:00Z");
        expected.put("clientId", "client");
        expected.put("clientSecret", "client" + SECRET);
        expected.put("registrationExpiresAt", "2026-07-01T00:00:00Z");
        expected.put("refreshToken", "newRefresh" + SECRET);
        assertThat(caches.files.get(FILE)).containsExactlyEntriesOf(expected);
    }

    @Test
    void withoutANewRefreshTokenNoneIsKept() {
        file("2026-01-31T11:00:00Z");
        service.answer = Map.of("accessToken", "new" + SECRET, "expiresIn", 3600);

        token();

        assertThat(caches.files.get(FILE)).doesNotContainKey("refreshToken")
                .containsEntry("accessToken", "new" + SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refreshToken", "clientId", "clientSecret", "registrationExpiresAt"})
    void withoutWhatARefreshNeedsTheOldTokenIsUsed(String key) {
        file("2026-01-31T11:00:00Z").remove(key);

        assertThat(token().value()).isEqualTo("old" + SECRET);
        assertThat(service.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-31T12:00:00Z", "some day"})
    void withARegistrationThatHasEndedTheOldTokenIsUsed(String end) {
        file("2026-01-31T11:00:00Z").put("registrationExpiresAt", end);

        assertThat(token().value()).isEqualTo("old" + SECRET);
        assertThat(service.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ExpiredTokenException", "InvalidGrantException", "InternalServerException"})
    void whenSsoRefusesTheOldTokenIsUsed(String code) {
        file("2026-01-31T12:05:00Z");
        service.failure = FakeService.error(code);

        assertThat(token().value()).isEqualTo("old" + SECRET);
        assertThat(caches.files.get(FILE)).containsEntry("accessToken", "old" + SECRET);
    }

    @Test
    void whenSsoCannotBeReachedTheRefreshServiceDecides() {
        file("2026-01-31T12:05:00Z");
        service.failure = new TucuxiException("refused");

        assertThatThrownBy(this::token).isSameAs(service.failure);
    }

    @Test
    void anIncompleteAnswerIsAnError() {
        file("2026-01-31T12:05:00Z");
        for (Map<String, Object> answer : List.of(Map.<String, Object>of(),
                Map.<String, Object>of("accessToken", SECRET), Map.<String, Object>of("expiresIn", 1),
                Map.<String, Object>of("accessToken", SECRET, "expiresIn", "x"))) {
            service.answer = answer;

            assertThatThrownBy(this::token).isInstanceOf(TokenRetrievalException.class)
                    .hasMessageContaining("sso-oidc:CreateToken").hasMessageNotContaining(SECRET);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"accessToken", "expiresAt"})
    void aFileWithoutTokenOrEndIsAnError(String key) {
        file("2026-01-31T13:00:00Z").remove(key);

        assertThatThrownBy(this::token).isInstanceOf(SsoTokenLoadException.class)
                .hasMessage("Error loading SSO Token: Token for https://corp.awsapps.com/start is invalid");
    }

    @Test
    void aFileThatCannotBeWrittenDoesNotTakeTheTokenAway() {
        file("2026-01-31T11:00:00Z");
        caches.isReadOnly = true;

        assertThat(token().value()).isEqualTo("new" + SECRET);
    }

    @Test
    void aClockThatIsAnHourSlowTrustsAnEndedToken() {
        file("2026-01-31T11:30:00Z");
        clock.move(Duration.ofHours(-1));

        assertThat(token().value()).isEqualTo("old" + SECRET);
    }

    @Test
    void aClockThatIsAnHourFastRefreshesEarly() {
        file("2026-01-31T13:00:00Z");
        clock.move(Duration.ofHours(1));

        assertThat(token()).isEqualTo(new BearerToken("new" + SECRET, MovingClock.START.plusSeconds(7200)));
    }

    @Test
    void nothingShowsASecret() {
        file("2026-01-31T11:00:00Z");

        token();

        assertThat(service.calls.get(0)).hasToString("sso-oidc:CreateToken in eu-west-1");
        assertThat(SsoToken.read(caches.in(FILE.getParent()), "corp", "x").toString()).doesNotContain(SECRET);
    }
}
