package org.tucuxi.signing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.IdentityCache;
import org.tucuxi.credentials.NoCredentialsException;
import org.tucuxi.emitter.EmitterComponent;
import org.tucuxi.endpoint.NoRegionException;
import org.tucuxi.event.BeforeSign;
import org.tucuxi.event.ChooseSigner;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.event.EventHandler;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.FormBody;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.SerializedRequest;
import org.tucuxi.signing.Presigning;
import org.tucuxi.signing.RequestSigner;
import org.tucuxi.signing.RequestSignerFactory.Settings;
import org.tucuxi.signing.Signer;
import org.tucuxi.signing.UnsupportedSignatureVersionException;

class PresigningTest {

    private static final Presigning URL = Presigning.url(Duration.ofMinutes(5));
    private static final Presigning POST = new Presigning(Presigning.Form.POST, Duration.ofMinutes(5), null, null);

    private final Emitter emitter = new EmitterComponent().create(Map.of(EmitterFactory.SESSION_NAME, "test"));
    private final ClientSignerFactory factory = new ClientSignerFactory();
    private final List<Signer.Scope> signed = new ArrayList<>();
    private final AwsRequest request = Requests.get("https://s3.eu-west-1.amazonaws.com/b");
    private final Map<String, Object> context = request.context();

    private String regionOfClient = "eu-west-1";
    private Credentials credentials = Credentials.of("AKID", "secret");

    @Test
    void theVersionGetsTheEndingOfItsPurpose() {
        there("v4", "v4-query", "v4-presign-post");

        signer("v4").sign("Get", request, URL);
        signer("v4").sign("Get", request, POST);
        signer("v4-query").sign("Get", request, URL);

        assertThat(signed).extracting(Signer.Scope::signatureVersion)
                .containsExactly("v4-query", "v4-presign-post", "v4-query");
        assertThat(signed.get(0).expiresIn()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void anAnswerOfChooseSignerGetsItAsWell() {
        there("mine-query");
        List<String> asked = new ArrayList<>();
        EventHandler<ChooseSigner, String> chooses = event -> {
            asked.add(event.signatureVersion());
            return "mine";
        };
        emitter.register("choose-signer.s3", chooses);

        signer("v4").sign("Get", request, URL);

        assertThat(asked).containsExactly("v4-query");
        assertThat(signed.get(0).signatureVersion()).isEqualTo("mine-query");
    }

    @Test
    void theAuthTypeOfTheEndpointDecidesForS3() {
        there("s3v4-query");
        context.put("auth_type", "v4");

        signer("v4").sign("Get", request, URL);

        assertThat(signed.get(0).signatureVersion()).isEqualTo("s3v4-query");
    }

    @Test
    void unsignedHasNoEnding() {
        List<String> seen = new ArrayList<>();
        EventHandler<BeforeSign, Void> listens = event -> {
            seen.add(event.signatureVersion());
            return null;
        };
        emitter.register("before-sign.s3", listens);

        signer(Signer.UNSIGNED).sign("Get", request, URL);

        assertThat(seen).containsExactly(Signer.UNSIGNED);
        assertThat(request.url()).isEqualTo("https://s3.eu-west-1.amazonaws.com/b");
    }

    @Test
    void aVersionThatCannotPresignSaysWhichOnesCan() {
        there("v2", "v4", "v4-query", "s3v4-presign-post");

        assertThatThrownBy(() -> signer("v2").sign("Get", request, URL))
                .isInstanceOf(UnsupportedSignatureVersionException.class)
                .hasMessage("Signature version(s) are not supported: v2-query. Presigning needs one of s3v4-presign-post,"
                        + " v4-query");
    }

    @Test
    void theRegionThatTheCallerNamesComesFirstAndTheNameOfTheCallBeforeTheCallers() {
        there("v4-query");
        context.put("signing", Map.of("region", "us-west-2", "signing_name", "s3-outposts"));
        Presigning elsewhere = new Presigning(Presigning.Form.URL, Duration.ofMinutes(1), "ap-south-1", "rds-db");

        signer("v4").sign("Get", request, elsewhere);
        signer("v4").sign("Get", request, URL);
        context.remove("signing");
        signer("v4").sign("Get", request, elsewhere);

        assertThat(signed).extracting(Signer.Scope::region, Signer.Scope::name).containsExactly(
                tuple("ap-south-1", "s3-outposts"),
                tuple("us-west-2", "s3-outposts"),
                tuple("ap-south-1", "rds-db"));
    }

    @Test
    void theClientsRegionIsNeededEvenIfTheCallerNamesOne() {
        there("v4-query");
        regionOfClient = null;

        assertThatThrownBy(() -> signer("v4").sign("Get", request,
                new Presigning(Presigning.Form.URL, Duration.ofMinutes(1), "ap-south-1", null)))
                .isInstanceOf(NoRegionException.class);
    }

    @Test
    void anIdentityCacheGivesTheCredentials() {
        there("v4-s3express", "v4-s3express-query");
        IdentityCache cache = bucket -> Credentials.of("OF-" + bucket, "x", "token");
        context.put("signing", Map.of("identity_cache", cache, "cache_key", "b--use1-az4--x-s3",
                "request_credentials", Credentials.of("OTHER", "x")));

        signer("v4-s3express").sign("Get", request);
        signer("v4-s3express").sign("Get", request, URL);

        assertThat(signed).extracting(scope -> scope.credentials().accessKey())
                .containsExactly("OF-b--use1-az4--x-s3", "OF-b--use1-az4--x-s3");
    }

    @Test
    void anIdentityCacheWithoutKeySaysWhatIsMissing() {
        there("v4-s3express");
        IdentityCache cache = bucket -> credentials;
        context.put("signing", Map.of("identity_cache", cache));

        assertThatThrownBy(() -> signer("v4-s3express").sign("Get", request))
                .isInstanceOf(CredentialRetrievalException.class).hasMessageContaining("cache_key");
    }

    @Test
    void anyRequestCanBePresignedForAnyService() {
        factory.bindSigner(new SigV4QuerySigner(Clock.fixed(Instant.parse("2015-08-30T12:36:00Z"), ZoneOffset.UTC)),
                Map.of(Signer.SIGNATURE_VERSION, "v4-query"));
        credentials = Credentials.of("AKID", "secret", "token");
        SerializedRequest connect = new SerializedRequest().method("GET").url("https://db.example.com:5432/")
                .body(new FormBody("Action=connect&DBUser=me".getBytes())).context(new HashMap<>());

        String url = signer("v4").presignedUrl("connect", connect,
                new Presigning(Presigning.Form.URL, Duration.ofSeconds(900), "eu-central-1", "rds-db"));

        // As botocore's generate_presigned_url of the signer has it.
        assertThat(url).startsWith("https://db.example.com:5432/?Action=connect&DBUser=me&X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKID%2F20150830%2Feu-central-1%2Frds-db%2Faws4_request&X-Amz-Date=20150830T123600Z"
                + "&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Security-Token=token&X-Amz-Signature=");
        assertThat(connect.url()).isEqualTo("https://db.example.com:5432/");
        assertThat(connect.body().length()).isPositive();
    }

    @Test
    void theExampleOfTheDocumentation() {
        AwsRequest get = Requests.get("https://examplebucket.s3.amazonaws.com/test.txt");
        Clock clock = Clock.fixed(Instant.parse("2013-05-24T00:00:00Z"), ZoneOffset.UTC);

        new SigV4QuerySigner(clock).sign(get, new Signer.Scope("s3v4-query", ChunkSignaturesTest.WHO, "us-east-1", "s3",
                get.context(), null, Duration.ofDays(1)));

        // "Authenticating Requests: Using Query Parameters", Amazon S3 API Reference
        assertThat(get.url()).isEqualTo("https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
                + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
                + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
    }

    @Test
    void thePolicyOfTheDocumentation() {
        String policy = String.join("\r\n", "{ \"expiration\": \"2015-12-30T12:00:00.000Z\",", "  \"conditions\": [",
                "    {\"bucket\": \"sigv4examplebucket\"},", "    [\"starts-with\", \"$key\", \"user/user1/\"],",
                "    {\"acl\": \"public-read\"},",
                "    {\"success_action_redirect\": \"http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html\"},",
                "    [\"starts-with\", \"$Content-Type\", \"image/\"],", "    {\"x-amz-meta-uuid\": \"14365123651274\"},",
                "    {\"x-amz-server-side-encryption\": \"AES256\"},", "    [\"starts-with\", \"$x-amz-meta-tag\", \"\"],", "",
                "    {\"x-amz-credential\": \"AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request\"},",
                "    {\"x-amz-algorithm\": \"AWS4-HMAC-SHA256\"},", "    {\"x-amz-date\": \"20151229T000000Z\" }", "  ]", "}");
        String encoded = Base64.getEncoder().encodeToString(policy.getBytes());

        String signature = new PolicySigner().signature(encoded, new Signer.Scope("s3v4-presign-post",
                ChunkSignaturesTest.WHO, "us-east-1", "s3", Map.of()),
                SigningTime.of(Instant.parse("2015-12-29T00:00:00Z").getEpochSecond()));

        // "Example: Browser-Based Upload using HTTP POST", Amazon S3 API Reference
        assertThat(signature).isEqualTo("8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e");
    }

    @Test
    void severalRegionsTakeAUrlThatNamesThem() {
        AwsRequest get = Requests.get("https://mfzwi23gnjvgw.accesspoint.s3-global.amazonaws.com/k");

        new SigV4aQuerySigner(Clock.fixed(Requests.NOW, ZoneOffset.UTC)).sign(get, new Signer.Scope("s3v4a-query",
                new FrozenCredentials("AKID", Requests.SECRET, "t", null), "*", "s3", get.context(), null, null));

        assertThat(get.url()).startsWith("https://mfzwi23gnjvgw.accesspoint.s3-global.amazonaws.com/k"
                + "?X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256&X-Amz-Credential=AKID%2F20150830%2Fs3%2Faws4_request"
                + "&X-Amz-Date=20150830T123600Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&X-Amz-Region-Set=%2A"
                + "&X-Amz-Security-Token=t&X-Amz-Signature=30");
    }

    @Test
    void aBodyThatIsNoFormAndNoJsonCannotBecomeAQuery() {
        for (String body : List.of("<Xml/>", "[1]", "{\"a\": 1", "{\"a\" 1}", "{\"a\": }", "{} x", "{\"a\": \"b",
                "{\"a\": \"\\u00", "{\"a")) {
            AwsRequest post = Requests.of("POST", "https://example.com/", HttpBody.of(body));

            assertThatThrownBy(() -> OperationQuery.take(post)).as(body)
                    .isInstanceOf(UnsupportedSignatureVersionException.class).hasMessageContaining("JSON object")
                    .hasMessageNotContaining(body);
        }
    }

    @Test
    void whatIsStreamedCannotBecomeAQuery() {
        AwsRequest put = Requests.of("PUT", "https://example.com/", HttpBody.streamOf(new byte[] {'{', '}'}));

        assertThatThrownBy(() -> OperationQuery.take(put)).isInstanceOf(UnsupportedSignatureVersionException.class)
                .hasMessageContaining("has no body");
    }

    @Test
    void whatLiesDeepInJsonStaysJson() {
        AwsRequest post = Requests.of("POST", "https://example.com/", 
                HttpBody.of("{\"Key\": {\"a\": [\"}\\\"\", {}]}, \"N\": 1.50}"));

        assertThat(OperationQuery.take(post)).isEqualTo(Map.of("Key", "{\"a\": [\"}\\\"\", {}]}", "N", "1.50"));
    }

    @Test
    void whatIsPresignedBeginsByTheClockOfTheService() {
        Clock ours = Clock.fixed(Instant.parse("2015-08-30T12:36:00Z"), ZoneOffset.UTC);
        context.put(Signer.CLOCK_OFFSET, Duration.ofHours(-1));

        new SigV4QuerySigner(ours).sign(request, Requests.scope("v4-query", context));
        AwsRequest old = Requests.get("https://b.s3.amazonaws.com/k");
        old.context().put(Signer.CLOCK_OFFSET, Duration.ofHours(-1));
        new HmacSha1Signer(ours).sign(old, Requests.scope("s3-query", old.context()));

        assertThat(request.url()).contains("X-Amz-Date=20150830T113600Z");
        assertThat(old.url()).endsWith("&Expires=" + Instant.parse("2015-08-30T12:36:00Z").getEpochSecond());
    }

    @Test
    void nobodyPresignsWithoutCredentials() {
        for (Signer signer : List.of(new SigV4QuerySigner(), new PolicySigner(), new HmacSha1Signer(), new SigV2Signer(),
                new SigV3Signer())) {
            assertThatThrownBy(() -> signer.sign(request, new Signer.Scope("s3-query", null, "r", "s3", context)))
                    .isInstanceOf(NoCredentialsException.class);
        }
    }

    @Test
    void onlySigV4NeedsARegion() {
        assertThat(List.of(new HmacSha1Signer(), new SigV2Signer(), new SigV3Signer()))
                .noneMatch(Signer::requiresRegion);
        assertThat(List.of(new SigV4QuerySigner(), new SigV4aQuerySigner(), new PolicySigner()))
                .allMatch(Signer::requiresRegion);
    }

    private void there(String... versions) {
        Signer algorithm = (r, scope) -> signed.add(scope);
        factory.bindSigner(algorithm, Map.of(Signer.SIGNATURE_VERSION, versions));
    }

    private RequestSigner signer(String version) {
        return factory.create(new Settings(emitter, "s3", regionOfClient, "s3", version, () -> credentials));
    }
}
