package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.tucuxi.ClientException;
import org.tucuxi.Session;
import org.tucuxi.TucuxiException;
import org.tucuxi.UnsatisfiedException;
import org.tucuxi.credentials.BearerToken;
import org.tucuxi.credentials.CredentialResolver.Outcome;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.TokenProvider;
import org.tucuxi.credentials.TokenRetrievalException;
import org.tucuxi.credentials.UnauthorizedSsoTokenException;
import org.tucuxi.http.EndpointConnectionException;
import org.tucuxi.itests.platform.SignInServer.Answer;
import org.tucuxi.itests.platform.SignInServer.Request;

/** Credentials and tokens of a sign-in with SSO: real bundles, real files, a server that answers like SSO. */
@ExtendWith(PlatformExtension.class)
@Timeout(60)
class SsoIT {

    private static final String CONFIG = """
            [profile dev]
            sso_session = corp
            sso_account_id = 123456789012
            sso_role_name = Admin

            [profile old]
            sso_start_url = https://corp.awsapps.com/start
            sso_region = eu-central-1
            sso_account_id = 123456789012
            sso_role_name = Admin

            [sso-session corp]
            sso_start_url = https://corp.awsapps.com/start
            sso_region = eu-central-1
            sso_registration_scopes = sso:account:access
            """;
    private static final String TOKEN = ".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json";
    private static final String OLD_TOKEN = ".aws/sso/cache/a51746d4aa793ae07b25e90c3a5db96fc7832bd7.json";
    private static final String CACHED = ".aws/cli/cache/8457bc68cf9d4aa8d629a61563948e8bd3159d49.json";
    private static final String OLD_CACHED = ".aws/cli/cache/e03d8025af26e6a3f6c8402f15b918fb974ccc47.json";
    private static final FrozenCredentials KEYS =
            new FrozenCredentials("ASIASSO", Lab.SECRET_KEY, Lab.TOKEN, "123456789012");

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private SignInServer server;
    private SignInHome home;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server = SignInServer.start().answer(this::roleAndToken);
        home = new SignInHome(folder, server);
        home.config(CONFIG);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer roleAndToken(Request request) {
        return switch (request.path()) {
            case SignInServer.GET_ROLE_CREDENTIALS -> Answer.ok(Map.of("roleCredentials",
                    Map.of("accessKeyId", KEYS.accessKey(), "secretAccessKey", KEYS.secretKey(),
                            "sessionToken", KEYS.token(), "expiration", now.plusSeconds(3600).toEpochMilli())));
            case SignInServer.CREATE_TOKEN -> Answer.ok(Map.of("accessToken", "fresh" + Lab.TOKEN, "expiresIn", 28800,
                    "tokenType", "Bearer", "refreshToken", "next" + Lab.TOKEN));
            default -> new Answer(404, null, "{}");
        };
    }

    /** What {@code aws sso login} writes. */
    private Map<String, Object> token(Duration left) {
        Map<String, Object> token = new LinkedHashMap<>();
        token.put("startUrl", "https://corp.awsapps.com/start");
        token.put("region", "eu-central-1");
        token.put("accessToken", "kept" + Lab.TOKEN);
        token.put("expiresAt", now.plus(left).toString());
        token.put("clientId", "client");
        token.put("clientSecret", "client" + Lab.SECRET_KEY);
        token.put("registrationExpiresAt", now.plus(Duration.ofDays(60)).toString());
        token.put("refreshToken", "refresh" + Lab.TOKEN);
        return token;
    }

    private Credentials credentials(Lab lab, String profile) {
        return home.session(lab, profile).credentials().orElseThrow();
    }

    private Supplier<BearerToken> bearer(Lab lab) throws Exception {
        BundleContext context = lab.platform().context();
        TokenProvider provider = context.getServiceReferences(TokenProvider.class, null).stream()
                .map(context::getService).filter(one -> one.name().equals("sso")).findFirst().orElseThrow();
        return provider.load(home.configuration(lab, "dev"), null).orElseThrow();
    }

    private static Bundle bundle(Lab lab, String name) {
        return List.of(lab.platform().context().getBundles()).stream()
                .filter(one -> one.getSymbolicName().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void aSignInWithASessionGivesTheCredentialsOfARole(Lab lab) {
        home.write(TOKEN, token(Duration.ofHours(8)));
        Credentials credentials = credentials(lab, "dev");
        assertThat(server.requests(SignInServer.GET_ROLE_CREDENTIALS)).isEmpty();

        assertThat(credentials.freeze()).isEqualTo(KEYS);

        assertThat(credentials.method()).isEqualTo("sso");
        Request request = server.requests(SignInServer.GET_ROLE_CREDENTIALS).get(0);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.query().split("&")).containsExactlyInAnyOrder("role_name=Admin", "account_id=123456789012");
        assertThat(request.header("x-amz-sso_bearer_token")).isEqualTo("kept" + Lab.TOKEN);
        assertThat(request.header("Authorization")).isNull();
        assertThat(server.requests(SignInServer.CREATE_TOKEN)).isEmpty();
    }

    @Test
    void theCredentialsAreKeptForTheOwnerAloneAndUsedByOthers(Lab lab) {
        home.write(TOKEN, token(Duration.ofHours(8)));
        credentials(lab, "dev").freeze();

        assertThat(credentials(lab, "dev").freeze()).isEqualTo(KEYS);

        assertThat(server.requests(SignInServer.GET_ROLE_CREDENTIALS)).hasSize(1);
        assertThat(home.permissions(CACHED)).isEqualTo("rw-------");
        assertThat(home.permissions(".aws/cli/cache")).isEqualTo("rwx------");
        assertThat(home.read(CACHED)).isEqualTo(Map.of("ProviderType", "sso", "Credentials", Map.of(
                "AccessKeyId", "ASIASSO", "SecretAccessKey", Lab.SECRET_KEY, "SessionToken", Lab.TOKEN,
                "Expiration", now.plusSeconds(3600).toString(), "AccountId", "123456789012")));
    }

    @Test
    void aSignInOfTheOldKindWorksToo(Lab lab) {
        home.write(OLD_TOKEN, Map.of("accessToken", "old" + Lab.TOKEN,
                "expiresAt", now.plusSeconds(60).toString().replace("Z", "UTC")));

        assertThat(credentials(lab, "old").freeze()).isEqualTo(KEYS);

        assertThat(server.requests(SignInServer.GET_ROLE_CREDENTIALS).get(0).header("x-amz-sso_bearer_token"))
                .isEqualTo("old" + Lab.TOKEN);
        assertThat(home.exists(OLD_CACHED)).isTrue();
    }

    @Test
    void aTokenNearItsEndIsRefreshedFirst(Lab lab) {
        home.write(TOKEN, token(Duration.ofMinutes(-5)));

        assertThat(credentials(lab, "dev").freeze()).isEqualTo(KEYS);

        Request refresh = server.requests(SignInServer.CREATE_TOKEN).get(0);
        assertThat(refresh.json()).isEqualTo(Map.of("clientId", "client", "clientSecret", "client" + Lab.SECRET_KEY,
                "grantType", "refresh_token", "refreshToken", "refresh" + Lab.TOKEN));
        assertThat(refresh.header("Authorization")).isNull();
        assertThat(server.requests(SignInServer.GET_ROLE_CREDENTIALS).get(0).header("x-amz-sso_bearer_token"))
                .isEqualTo("fresh" + Lab.TOKEN);
        assertThat(home.read(TOKEN).get("accessToken")).isEqualTo("fresh" + Lab.TOKEN);
        assertThat(home.read(TOKEN).get("refreshToken")).isEqualTo("next" + Lab.TOKEN);
        assertThat(home.permissions(TOKEN)).isEqualTo("rw-------");
    }

    @Test
    void theTokenIsABearerTokenForOtherServices(Lab lab) throws Exception {
        home.write(TOKEN, token(Duration.ofMinutes(5)));

        BearerToken token = bearer(lab).get();

        assertThat(token.value()).isEqualTo("fresh" + Lab.TOKEN);
        assertThat(token.expiry()).isBetween(now.plusSeconds(28800), Instant.now().plusSeconds(28800));
    }

    @Test
    void aTokenIsRefreshedOnceForAllThatWaitForIt(Lab lab) throws Exception {
        home.write(TOKEN, token(Duration.ofMinutes(-5)));
        CountDownLatch waiting = new CountDownLatch(30);
        server.answer(request -> {
            await(waiting);
            return roleAndToken(request);
        });
        Supplier<BearerToken> token = bearer(lab);

        assertThat(together(30, () -> {
            waiting.countDown();
            return token.get().value();
        })).containsOnly("fresh" + Lab.TOKEN);
        assertThat(server.requests(SignInServer.CREATE_TOKEN)).hasSize(1);
    }

    @Test
    void aSlowSsoIsAskedOnceForAllThatWaitForIt(Lab lab) throws Exception {
        home.write(TOKEN, token(Duration.ofHours(8)));
        CountDownLatch waiting = new CountDownLatch(30);
        server.answer(request -> {
            await(waiting);
            return roleAndToken(request);
        });
        Credentials credentials = credentials(lab, "dev");

        assertThat(together(30, () -> {
            waiting.countDown();
            return credentials.freeze();
        })).containsOnly(KEYS);
        assertThat(server.requests(SignInServer.GET_ROLE_CREDENTIALS)).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> List<T> together(int threads, Supplier<T> task) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<CompletableFuture<T>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(CompletableFuture.supplyAsync(task, executor));
            }
            return all.stream().map(CompletableFuture::join).toList();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aTokenThatSsoDoesNotAcceptAsksTheUserToSignIn(Lab lab) {
        home.write(TOKEN, token(Duration.ofHours(8)));
        server.answer(request -> Answer.error(401, "UnauthorizedException",
                Map.of("message", "Session token not found or invalid")));

        assertThatThrownBy(() -> credentials(lab, "dev").freeze()).isInstanceOf(UnauthorizedSsoTokenException.class)
                .hasMessageContaining("aws sso login").hasCauseInstanceOf(ClientException.class);
        assertThat(home.exists(CACHED)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"403,ForbiddenException", "404,ResourceNotFoundException", "429,TooManyRequestsException",
        "500,InternalServerException"})
    void otherErrorsOfSsoGoToTheCaller(int status, String code, Lab lab) {
        home.write(TOKEN, token(Duration.ofHours(8)));
        server.answer(request -> Answer.error(status, code, Map.of("message", "No access")));

        assertThatThrownBy(() -> credentials(lab, "dev").freeze()).isInstanceOfSatisfying(ClientException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.operationName()).isEqualTo("GetRoleCredentials");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{not json", "", "[]", "{}", "{\"roleCredentials\":{\"accessKeyId\":\"A\"}}"})
    void anAnswerThatMakesNoSenseIsAnError(String body, Lab lab) {
        home.write(TOKEN, token(Duration.ofHours(8)));
        server.answer(request -> new Answer(200, null, body));

        assertThatThrownBy(() -> credentials(lab, "dev").freeze()).isInstanceOf(TucuxiException.class);
        assertThat(home.exists(CACHED)).isFalse();
    }

    @Test
    void aServerThatIsNotThereIsNamed(Lab lab) {
        home.write(TOKEN, token(Duration.ofHours(8)));
        server.close();

        assertThatThrownBy(() -> credentials(lab, "dev").freeze()).isInstanceOf(EndpointConnectionException.class)
                .hasMessageContaining(server.url());
    }

    @Test
    void aSsoWhoseClockIsAnHourSlowGivesWhatHasEnded(Lab lab) {
        home.write(TOKEN, token(Duration.ofHours(8)));
        server.answer(request -> Answer.ok(Map.of("roleCredentials", Map.of("accessKeyId", KEYS.accessKey(),
                "secretAccessKey", KEYS.secretKey(), "sessionToken", KEYS.token(),
                "expiration", now.minusSeconds(60).toEpochMilli()))));

        assertThatThrownBy(() -> credentials(lab, "dev").freeze()).isInstanceOf(CredentialRetrievalException.class)
                .hasMessageContaining("expired");
    }

    @ParameterizedTest
    @CsvSource({"400,InvalidGrantException", "400,ExpiredTokenException", "401,InvalidClientException",
        "500,InternalServerException"})
    void aRefusedRefreshLeavesTheOldTokenInUse(int status, String code, Lab lab) throws Exception {
        home.write(TOKEN, token(Duration.ofMinutes(5)));
        server.answer(request -> Answer.error(status, code, Map.of("error", "no", "error_description", "no")));
        Supplier<BearerToken> token = bearer(lab);

        assertThat(token.get().value()).isEqualTo("kept" + Lab.TOKEN);
        assertThat(token.get().value()).isEqualTo("kept" + Lab.TOKEN);

        assertThat(server.requests(SignInServer.CREATE_TOKEN)).as("one attempt a minute").hasSize(1);
        assertThat(home.read(TOKEN).get("accessToken")).isEqualTo("kept" + Lab.TOKEN);
    }

    @Test
    void aRefusedRefreshOfAnEndedTokenIsAnError(Lab lab) throws Exception {
        home.write(TOKEN, token(Duration.ofMinutes(-5)));
        server.answer(request -> Answer.error(400, "InvalidGrantException", Map.of("error", "invalid_grant")));

        Supplier<BearerToken> token = bearer(lab);
        assertThatThrownBy(token::get).isInstanceOf(TokenRetrievalException.class)
                .hasMessage("Error when retrieving token from sso: Token has expired and refresh failed");
        assertThatThrownBy(() -> credentials(lab, "dev").freeze()).isInstanceOf(TokenRetrievalException.class);
    }

    @Test
    void aRefreshThatCannotReachSsoIsAnError(Lab lab) throws Exception {
        home.write(TOKEN, token(Duration.ofMinutes(5)));
        server.close();

        Supplier<BearerToken> token = bearer(lab);
        assertThatThrownBy(token::get).isInstanceOf(EndpointConnectionException.class);
    }

    @ParameterizedTest
    @CsvSource({"org.tucuxi.services.sso,8", "org.tucuxi.services.sso-oidc,0"})
    void aServiceThatIsMissingIsNamed(String name, int hoursLeft, Lab lab) throws BundleException {
        home.write(TOKEN, token(Duration.ofHours(hoursLeft)));
        Credentials credentials = credentials(lab, "dev");
        Bundle service = bundle(lab, name);
        service.stop();
        assertThatThrownBy(credentials::freeze).isInstanceOf(TucuxiException.class).hasMessageContaining(name);
        service.uninstall();
        try {
            assertThatThrownBy(credentials::freeze).isInstanceOf(UnsatisfiedException.class)
                    .hasMessageContaining("the bundle " + name + " is missing");
        } finally {
            lab.platform().context().installBundle(service.getLocation()).start();
        }
        assertThat(credentials.freeze()).isEqualTo(KEYS);
    }

    @Test
    void credentialsWhoseProviderWasStoppedSayWhatIsMissing(Lab lab) throws BundleException {
        home.write(TOKEN, token(Duration.ofHours(8)));
        Credentials credentials = credentials(lab, "dev");
        bundle(lab, "org.tucuxi.sso").stop();
        try {
            assertThatThrownBy(credentials::freeze).isInstanceOf(UnsatisfiedException.class)
                    .hasMessageContaining("org.tucuxi.sso was stopped");
        } finally {
            bundle(lab, "org.tucuxi.sso").start();
        }
    }

    @Test
    void theProviderTakesItsPlaceInLivingSessions(Lab lab) throws BundleException {
        home.write(TOKEN, token(Duration.ofHours(8)));
        bundle(lab, "org.tucuxi.sso").stop();
        Session session = home.session(lab, "dev");
        try {
            assertThatThrownBy(session::credentials).isInstanceOf(CredentialRetrievalException.class)
                    .hasMessageContaining("org.tucuxi.sso").hasMessageContaining("sso_role_name");
            assertThat(session.credentialResolver().report())
                    .anySatisfy(one -> assertThat(one.provider() + one.outcome()).isEqualTo("sso" + Outcome.MISSING));
        } finally {
            bundle(lab, "org.tucuxi.sso").start();
        }

        Platform.await("the provider is in the chain",
                () -> session.credentialResolver().load().map(Credentials::method).orElse("").equals("sso"));
        assertThat(session.credentials().orElseThrow().freeze()).isEqualTo(KEYS);
    }
}
