package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.osgi.framework.BundleException;
import org.tucuxi.ClientException;
import org.tucuxi.TucuxiException;
import org.tucuxi.UnsatisfiedException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.LoginException;
import org.tucuxi.credentials.LoginTokenLoadException;
import org.tucuxi.http.EndpointConnectionException;
import org.tucuxi.itests.platform.SignInServer.Answer;
import org.tucuxi.itests.platform.SignInServer.Request;

/** Credentials of a sign-in to the console: real bundles, real files, a server that checks the proofs as AWS does. */
@ExtendWith(PlatformExtension.class)
@Timeout(60)
class LoginIT {

    private static final String SESSION = "arn:aws:sts::123456789012:assumed-role/Admin/me";
    private static final String NAME = "c03a7323bda916bba892295dd46ea73c98866a0ad0a2606cb839909f35fbc865.json";
    private static final String FILE = ".aws/login/cache/" + NAME;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private KeyPair key;
    private SignInServer server;
    private SignInHome home;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        key = generator.generateKeyPair();
        server = SignInServer.start().answer(this::exchange);
        home = new SignInHome(folder, server);
        home.config("[profile console]\nlogin_session = " + SESSION + "\n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Takes what is proven only. */
    private Answer exchange(Request request) {
        try {
            verify(request);
        } catch (GeneralSecurityException | RuntimeException | AssertionError e) {
            return Answer.error(400, "ValidationException",
                    Map.of("error", "INVALID_REQUEST", "message", e.toString()));
        }
        return Answer.ok(Map.of("accessToken", Map.of("accessKeyId", "ASIAFRESH", "secretAccessKey", Lab.SECRET_KEY,
                "sessionToken", Lab.TOKEN), "tokenType", "aws_sigv4", "expiresIn", 900,
                "refreshToken", "next" + Lab.TOKEN));
    }

    private void verify(Request request) throws GeneralSecurityException {
        assertThat(request.path()).isEqualTo(SignInServer.CREATE_OAUTH2_TOKEN);
        String[] proof = request.header("DPoP").split("\\.");
        Map<?, ?> header = SignInServer.json(decoded(proof[0]));
        assertThat(header.get("typ")).isEqualTo("dpop+jwt");
        assertThat(header.get("alg")).isEqualTo("ES256");
        Map<?, ?> jwk = (Map<?, ?>) header.get("jwk");
        assertThat(jwk.get("kty")).isEqualTo("EC");
        assertThat(jwk.get("crv")).isEqualTo("P-256");
        ECPublicKey known = (ECPublicKey) key.getPublic();
        ECPublicKey sent = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(
                new ECPoint(coordinate(jwk.get("x")), coordinate(jwk.get("y"))), known.getParams()));
        assertThat(sent.getW()).isEqualTo(known.getW());
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(sent);
        signature.update((proof[0] + '.' + proof[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(proof[2]))).isTrue();
        Map<?, ?> payload = SignInServer.json(decoded(proof[1]));
        assertThat(payload.get("htm")).isEqualTo(request.method());
        assertThat(payload.get("htu")).isEqualTo(server.url() + request.path());
        assertThat(((Number) payload.get("iat")).longValue())
                .isBetween(now.getEpochSecond(), Instant.now().getEpochSecond());
        assertThat(payload.get("jti").toString()).isNotEmpty();
    }

    private static BigInteger coordinate(Object text) {
        byte[] bytes = Base64.getUrlDecoder().decode((String) text);
        assertThat(bytes).hasSize(32);
        return new BigInteger(1, bytes);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    /** What {@code aws login} writes. */
    private Map<String, Object> login(Duration left) {
        Map<String, Object> access = new LinkedHashMap<>();
        access.put("accessKeyId", "ASIAKEPT");
        access.put("secretAccessKey", "kept" + Lab.SECRET_KEY);
        access.put("sessionToken", "kept" + Lab.TOKEN);
        access.put("accountId", "123456789012");
        access.put("expiresAt", now.plus(left).toString());
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("accessToken", access);
        file.put("tokenType", "aws_sigv4");
        file.put("refreshToken", "refresh" + Lab.TOKEN);
        file.put("idToken", "id");
        file.put("clientId", "arn:aws:signin:::devtools/same-device");
        file.put("dpopKey", "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n");
        return file;
    }

    private Credentials credentials(Lab lab) {
        return home.session(lab, "console").credentials().orElseThrow();
    }

    private static Bundle bundle(Lab lab, String name) {
        return List.of(lab.platform().context().getBundles()).stream()
                .filter(one -> one.getSymbolicName().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void credentialsOnDiskAreUsedWhileTheyAreGood(Lab lab) {
        home.write(FILE, login(Duration.ofMinutes(14)));

        Credentials credentials = credentials(lab);

        assertThat(credentials.method()).isEqualTo("login");
        assertThat(credentials.freeze()).isEqualTo(new FrozenCredentials("ASIAKEPT", "kept" + Lab.SECRET_KEY,
                "kept" + Lab.TOKEN, "123456789012"));
        assertThat(server.requests(SignInServer.CREATE_OAUTH2_TOKEN)).isEmpty();
    }

    @Test
    void thenTheyAreExchangedWithAProofOfTheKey(Lab lab) {
        home.write(FILE, login(Duration.ofMinutes(-60)));

        assertThat(credentials(lab).freeze()).isEqualTo(
                new FrozenCredentials("ASIAFRESH", Lab.SECRET_KEY, Lab.TOKEN, "123456789012"));

        Request request = server.requests(SignInServer.CREATE_OAUTH2_TOKEN).get(0);
        assertThat(request.json()).isEqualTo(Map.of("clientId", "arn:aws:signin:::devtools/same-device",
                "grantType", "refresh_token", "refreshToken", "refresh" + Lab.TOKEN));
        assertThat(request.header("Authorization")).isNull();
    }

    @Test
    void theFileIsReplacedForItsOwnerAlone(Lab lab) {
        home.write(FILE, login(Duration.ofMinutes(1)));

        credentials(lab).freeze();

        Map<?, ?> file = home.read(FILE);
        Map<?, ?> access = (Map<?, ?>) file.get("accessToken");
        assertThat(access.get("accessKeyId")).isEqualTo("ASIAFRESH");
        assertThat(access.get("accountId")).isEqualTo("123456789012");
        assertThat(Instant.parse(access.get("expiresAt").toString()))
                .isBetween(now.plusSeconds(899), Instant.now().plusSeconds(900));
        assertThat(file.get("refreshToken")).isEqualTo("next" + Lab.TOKEN);
        assertThat(file.get("idToken")).isEqualTo("id");
        assertThat(file.get("dpopKey").toString()).contains("PRIVATE KEY");
        assertThat(home.permissions(FILE)).isEqualTo("rw-------");
    }

    @Test
    void anotherFolderMayHoldTheFile(Lab lab) {
        home.environment.put("AWS_LOGIN_CACHE_DIRECTORY", "~/elsewhere");
        home.write("elsewhere/" + NAME, login(Duration.ofMinutes(14)));

        assertThat(credentials(lab).freeze().accessKey()).isEqualTo("ASIAKEPT");
    }

    @Test
    void withoutAFileTheUserMustSignIn(Lab lab) {
        assertThatThrownBy(() -> credentials(lab)).isInstanceOf(LoginTokenLoadException.class)
                .hasMessageContaining("aws login");
    }

    @ParameterizedTest
    @CsvSource({"TOKEN_EXPIRED,LoginRefreshRequiredException",
        "USER_CREDENTIALS_CHANGED,LoginRefreshRequiredException",
        "INSUFFICIENT_PERMISSIONS,LoginInsufficientPermissionsException", "AUTHCODE_EXPIRED,LoginException"})
    void denialsAreExplained(String error, String exception, Lab lab) {
        home.write(FILE, login(Duration.ofMinutes(1)));
        server.answer(request -> Answer.error(400, "AccessDeniedException", Map.of("error", error, "message", "no")));

        assertThatThrownBy(() -> credentials(lab).freeze()).isInstanceOfSatisfying(LoginException.class, e -> {
            assertThat(e.getClass().getSimpleName()).isEqualTo(exception);
            assertThat(e).hasCauseInstanceOf(ClientException.class);
        });
        assertThat(home.read(FILE)).isEqualTo(login(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({"400,ValidationException", "429,TooManyRequestsError", "500,InternalServerException"})
    void otherErrorsGoToTheCaller(int status, String code, Lab lab) {
        home.write(FILE, login(Duration.ofMinutes(1)));
        server.answer(request -> Answer.error(status, code, Map.of("error", "server_error", "message", "no")));

        assertThatThrownBy(() -> credentials(lab).freeze()).isInstanceOfSatisfying(ClientException.class,
                e -> assertThat(e.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{not json", "", "{}", "{\"accessToken\":{}}"})
    void anAnswerThatMakesNoSenseIsAnError(String body, Lab lab) {
        home.write(FILE, login(Duration.ofMinutes(1)));
        server.answer(request -> new Answer(200, null, body));

        assertThatThrownBy(() -> credentials(lab).freeze()).isInstanceOf(TucuxiException.class);
        assertThat(home.read(FILE)).isEqualTo(login(Duration.ofMinutes(1)));
    }

    @Test
    void aServerThatIsNotThereIsNamed(Lab lab) {
        home.write(FILE, login(Duration.ofMinutes(1)));
        server.close();

        assertThatThrownBy(() -> credentials(lab).freeze()).isInstanceOf(EndpointConnectionException.class)
                .hasMessageContaining(server.url());
    }

    @Test
    void theServiceThatIsMissingIsNamed(Lab lab) throws BundleException {
        home.write(FILE, login(Duration.ofMinutes(1)));
        Credentials credentials = credentials(lab);
        Bundle service = bundle(lab, "org.tucuxi.services.signin");
        service.uninstall();
        try {
            assertThatThrownBy(credentials::freeze).isInstanceOf(UnsatisfiedException.class)
                    .hasMessageContaining("the bundle org.tucuxi.services.signin is missing");
        } finally {
            lab.platform().context().installBundle(service.getLocation()).start();
        }
        assertThat(credentials.freeze().accessKey()).isEqualTo("ASIAFRESH");
    }
}
