package org.tucuxi.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.ClientException;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.TucuxiException;
import org.tucuxi.config.Configuration;
import org.tucuxi.credentials.CredentialRefresh;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.LoginException;
import org.tucuxi.credentials.LoginInsufficientPermissionsException;
import org.tucuxi.credentials.LoginRefreshRequiredException;
import org.tucuxi.credentials.LoginTokenLoadException;
import org.tucuxi.credentials.TemporaryCredentials;
import org.tucuxi.credentials.testing.FixedConfiguration;
import org.tucuxi.credentials.testing.MemoryCaches;
import org.tucuxi.credentials.testing.MovingClock;

class LoginCredentialsTest {

    private final FixedConfiguration configuration = new FixedConfiguration();
    private final MemoryCaches caches = new MemoryCaches();
    private final MovingClock clock = new MovingClock();
    private final List<Map<String, String>> asked = new ArrayList<>();
    private final List<String> proofs = new ArrayList<>();
    private TemporaryCredentials first;
    private Supplier<TemporaryCredentials> refresh;
    private Map<String, Object> answer = answer("ASIANEW", 900);
    private RuntimeException failure;

    private final CredentialRefresh refreshes = new CredentialRefresh() {
        @Override
        public Credentials refreshable(String method, TemporaryCredentials from, Supplier<TemporaryCredentials> again) {
            first = from;
            refresh = again;
            return Credentials.of("used", "used", null, null, method);
        }

        @Override
        public Credentials deferred(String method, Supplier<TemporaryCredentials> again) {
            throw new AssertionError("credentials of a login are there at once");
        }
    };

    private final LoginCredentials provider = new LoginCredentials(refreshes, caches, this::call, clock);

    private Map<String, Object> call(Configuration from, Map<String, String> input, UnaryOperator<String> proof) {
        assertThat(from).isSameAs(configuration);
        asked.add(input);
        proofs.add(proof.apply("https://eu-west-1.signin.aws.amazon.com/v1/token"));
        if (failure != null) {
            throw failure;
        }
        return answer;
    }

    private static Map<String, Object> answer(String accessKey, Object expiresIn) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("accessToken", Map.of("accessKeyId", accessKey, "secretAccessKey", "new" + Files.SECRET,
                "sessionToken", "newSession" + Files.SECRET));
        output.put("tokenType", "aws_sigv4");
        output.put("expiresIn", expiresIn);
        output.put("refreshToken", "newRefresh" + Files.SECRET);
        return new HashMap<>(Map.of("tokenOutput", output));
    }

    private static ClientException denied(String code, String error) {
        return new ClientException(Map.of("Error", Map.of("Code", code, "Message", "no"), "error", error,
                "ResponseMetadata", Map.of("HTTPStatusCode", 400)), "CreateOAuth2Token", code);
    }

    @BeforeEach
    void aLogin() {
        configuration.environment.put("HOME", "/home/me");
        configuration.profile = "console";
        configuration.scoped.put("login_session", "me");
        keep(Files.complete());
    }

    private void keep(Map<String, Object> file) {
        caches.files.clear();
        LoginFile.of("me", configuration, caches).cache().write(key(), file);
    }

    private static String key() {
        try {
            return java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256")
                    .digest("me".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> file() {
        return caches.files.values().iterator().next();
    }

    @Test
    void aProfileWithoutLoginSessionIsNotItsBusiness() {
        configuration.scoped.clear();

        assertThat(provider.name()).isEqualTo("login");
        assertThat(provider.load(configuration).credentials()).isNull();
        assertThat(provider.load(configuration).reason()).isEqualTo("profile 'console' has no login_session");
    }

    @Test
    void aBlockInsteadOfANameIsAnError() {
        configuration.scoped.put("login_session", Map.of("a", "b"));

        assertThatThrownBy(() -> provider.load(configuration)).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("login_session");
    }

    @Test
    void whatIsOnDiskIsUsedFirstEvenIfItHasEnded() {
        clock.move(Duration.ofHours(5));

        Credentials credentials = provider.load(configuration).credentials();

        assertThat(credentials.method()).isEqualTo("login");
        assertThat(first.keys().accessKey()).isEqualTo("ASIAOLD");
        assertThat(first.keys().token()).isEqualTo("session" + Files.SECRET);
        assertThat(first.keys().accountId()).isEqualTo("123456789012");
        assertThat(first.expiry()).isEqualTo(Instant.parse("2026-01-31T12:04:00Z"));
        assertThat(asked).isEmpty();
    }

    @Test
    void withoutAFileTheUserMustSignIn() {
        caches.files.clear();

        assertThatThrownBy(() -> provider.load(configuration)).isInstanceOf(LoginTokenLoadException.class)
                .hasMessage("Error loading login session token: Unable to load a existing login session for "
                        + "session me. Please reauthenticate with 'aws login'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accessToken", "refreshToken", "dpopKey", "clientId"})
    void aFileMustHaveAllItsKeys(String key) {
        Map<String, Object> file = Files.complete();
        file.remove(key);
        keep(file);

        assertThatThrownBy(() -> provider.load(configuration)).isInstanceOf(LoginTokenLoadException.class)
                .hasMessage("Error loading login session token: Failed to load access token from token cache, missing "
                        + "required fields: " + key + '.');
    }

    @ParameterizedTest
    @ValueSource(strings = {"accessKeyId", "secretAccessKey", "sessionToken", "accountId", "expiresAt"})
    void soMustItsCredentials(String key) {
        Map<String, Object> file = Files.complete();
        ((Map<?, ?>) file.get("accessToken")).remove(key);
        keep(file);

        assertThatThrownBy(() -> provider.load(configuration)).isInstanceOf(LoginTokenLoadException.class)
                .hasMessageEndingWith("missing required fields: accessToken." + key + '.');
    }

    @Test
    void valuesOfTheWrongKindAreNotRepeated() {
        for (String key : List.of("accessToken", "refreshToken", "dpopKey", "clientId")) {
            Map<String, Object> file = Files.complete();
            file.put(key, List.of(Files.SECRET));
            keep(file);

            assertThatThrownBy(() -> provider.load(configuration)).isInstanceOf(LoginTokenLoadException.class)
                    .hasMessageContaining(key).hasMessageNotContaining(Files.SECRET);
        }
    }

    @Test
    void fiveMinutesBeforeTheEndTokensAreExchanged() {
        provider.load(configuration);

        TemporaryCredentials fresh = refresh.get();

        assertThat(fresh.keys().accessKey()).isEqualTo("ASIANEW");
        assertThat(fresh.keys().secretKey()).isEqualTo("new" + Files.SECRET);
        assertThat(fresh.keys().accountId()).isEqualTo("123456789012");
        assertThat(fresh.expiry()).isEqualTo(MovingClock.START.plusSeconds(900));
        assertThat(asked).containsExactly(Map.of("clientId", "arn:aws:signin:::devtools/same-device",
                "refreshToken", "refresh" + Files.SECRET, "grantType", "refresh_token"));
        assertThat(proofs.get(0).split("\\.")).hasSize(3);
    }

    @Test
    void theFileIsRewrittenAndKeepsWhatItHad() {
        provider.load(configuration);

        refresh.get();

        assertThat(file()).containsEntry("refreshToken", "newRefresh" + Files.SECRET)
                .containsEntry("idToken", "id" + Files.SECRET).containsEntry("tokenType", "aws_sigv4")
                .containsEntry("dpopKey", TestKeys.pem("sec1"));
        assertThat(file().get("accessToken")).isEqualTo(Map.of("accessKeyId", "ASIANEW",
                "secretAccessKey", "new" + Files.SECRET, "sessionToken", "newSession" + Files.SECRET,
                "accountId", "123456789012", "expiresAt", "2026-01-31T12:15:00Z"));
    }

    @Test
    void theNextRefreshUsesTheNewToken() {
        provider.load(configuration);
        refresh.get();
        clock.move(Duration.ofMinutes(11));

        refresh.get();

        assertThat(asked.get(1)).containsEntry("refreshToken", "newRefresh" + Files.SECRET);
    }

    @Test
    void whatAnotherProcessRefreshedIsUsed() {
        provider.load(configuration);
        Map<String, Object> file = Files.complete();
        @SuppressWarnings("unchecked")
        Map<String, Object> access = (Map<String, Object>) file.get("accessToken");
        access.put("accessKeyId", "ASIAOTHER");
        access.put("expiresAt", "2026-01-31T12:05:01Z");
        keep(file);

        assertThat(refresh.get().keys().accessKey()).isEqualTo("ASIAOTHER");
        assertThat(asked).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenDoesNotTakeTheCredentialsAway() {
        provider.load(configuration);
        caches.isReadOnly = true;

        assertThat(refresh.get().keys().accessKey()).isEqualTo("ASIANEW");
    }

    @Test
    void withAClockThatIsAnHourFastTheTokenIsExchangedAndTheProofHasTheSameTime() {
        clock.move(Duration.ofHours(1));
        provider.load(configuration);

        TemporaryCredentials fresh = refresh.get();

        assertThat(fresh.expiry()).isEqualTo(MovingClock.START.plusSeconds(3600 + 900));
        assertThat(new String(java.util.Base64.getUrlDecoder().decode(proofs.get(0).split("\\.")[1]),
                java.nio.charset.StandardCharsets.UTF_8)).contains("\"iat\":1769864400");
    }

    @Test
    void withAClockThatIsAnHourSlowTheOldOnesAreTrusted() {
        clock.move(Duration.ofHours(-1));
        provider.load(configuration);

        assertThat(refresh.get().keys().accessKey()).isEqualTo("ASIAOLD");
    }

    @ParameterizedTest
    @CsvSource({"TOKEN_EXPIRED", "USER_CREDENTIALS_CHANGED"})
    void anEndedLoginAsksTheUserToSignIn(String error) {
        provider.load(configuration);
        failure = denied("AccessDeniedException", error);

        assertThatThrownBy(refresh::get).isInstanceOf(LoginRefreshRequiredException.class).hasCause(failure)
                .hasMessage("Your session has expired or credentials have changed. Please reauthenticate using "
                        + "'aws login'.");
    }

    @Test
    void missingPermissionsAreNamed() {
        provider.load(configuration);
        failure = denied("AccessDeniedException", "INSUFFICIENT_PERMISSIONS");

        assertThatThrownBy(refresh::get).isInstanceOf(LoginInsufficientPermissionsException.class)
                .hasMessageContaining("signin:CreateOAuth2Token");
    }

    @Test
    void otherDenialsAreLoginErrors() {
        provider.load(configuration);
        failure = denied("AccessDeniedException", "AUTHCODE_EXPIRED");

        assertThatThrownBy(refresh::get).isExactlyInstanceOf(LoginException.class);
    }

    @Test
    void otherErrorsGoToTheCaller() {
        provider.load(configuration);
        for (RuntimeException problem : List.of(denied("ValidationException", "INVALID_REQUEST"),
                new TucuxiException("refused"))) {
            failure = problem;

            assertThatThrownBy(refresh::get).isSameAs(problem);
        }
        assertThat(file()).isEqualTo(Files.complete());
    }

    @Test
    void anIncompleteAnswerIsNotKept() {
        provider.load(configuration);
        Map<String, Object> withoutKeys = answer("ASIANEW", 900);
        ((Map<?, ?>) withoutKeys.get("tokenOutput")).remove("accessToken");
        Map<String, Object> withoutRefresh = answer("ASIANEW", 900);
        ((Map<?, ?>) withoutRefresh.get("tokenOutput")).remove("refreshToken");
        for (Map<String, Object> bad : List.of(Map.<String, Object>of(),
                Map.<String, Object>of("tokenOutput", Map.of()), answer("", 900),
                answer("ASIANEW", "soon"), withoutKeys, withoutRefresh)) {
            answer = bad;

            assertThatThrownBy(refresh::get).isInstanceOf(LoginTokenLoadException.class)
                    .hasMessageContaining("invalid service response").hasMessageNotContaining(Files.SECRET);
        }
        assertThat(file()).isEqualTo(Files.complete());
    }

    @Test
    void nothingShowsASecret() {
        LoginToken token = LoginToken.of(Files.complete());

        assertThat(token).hasToString("LoginToken(until 2026-01-31T12:04:00Z)");
    }
}
