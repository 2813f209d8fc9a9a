package org.tucuxi.services.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.ClientException;
import org.tucuxi.InvalidRegionException;
import org.tucuxi.endpoint.Endpoint;
import org.tucuxi.event.BeforeEndpointResolution;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.event.NeedsRetry;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.SerializedRequest;

class RegionRedirectTest {

    private final BucketRegions regions = new BucketRegions();
    private final RegionRedirect redirect = new RegionRedirect(regions);
    private final FakeClient client = new FakeClient();
    private final Map<String, Object> context = new HashMap<>();
    private final SerializedRequest request = new SerializedRequest().url("http://b.s3.amazonaws.com/k?x=1")
            .context(context);
    private String region = "eu-west-1";

    @BeforeEach
    void call() {
        context.put("client", client.client());
        annotate("GetObject", Map.of("Bucket", "b", "Key", "k"));
    }

    private void annotate(String operation, Map<String, Object> params) {
        new RedirectContext().handle(new BeforeParameterBuild("before-parameter-build.s3." + operation,
                new HashMap<>(params), Events.operation(operation), context));
    }

    private static Map<String, Object> parsed(String code, String errorRegion, String headerRegion) {
        Map<String, Object> error = new HashMap<>(Map.of("Code", code));
        if (errorRegion != null) {
            error.put("Region", errorRegion);
        }
        return new HashMap<>(Map.of("Error", error, "ResponseMetadata", Map.of("HTTPHeaders",
                headerRegion == null ? Map.of() : Map.of("x-amz-bucket-region", headerRegion))));
    }

    private Duration answer(String operation, int status, Map<String, Object> parsed) {
        return redirect.handle(new NeedsRetry("needs-retry.s3." + operation,
                HttpResponse.of(status, new HttpHeaders(), ""), parsed, null, Events.operation(operation), 1, null,
                request));
    }

    private String regionOfNextCall(Object ofClient, String bucket) {
        Map<String, Object> builtins = new HashMap<>(Map.of("AWS::Region", "us-west-2"));
        new RedirectedRegion(regions).handle(new BeforeEndpointResolution("before-endpoint-resolution.s3", builtins,
                Events.operation("GetObject"), Map.of("Bucket", bucket), Map.of("client", ofClient)));
        return (String) builtins.get("AWS::Region");
    }

    @ParameterizedTest
    @CsvSource({"GetObject,301,PermanentRedirect", "GetObject,400,PermanentRedirect", "PutObject,307,TemporaryRedirect",
        "ListObjectsV2,302,Found", "HeadObject,400,400", "HeadObject,301,301", "HeadBucket,400,400",
        "GetObject,400,IllegalLocationConstraintException"})
    void goesToTheRegionThatTheHeaderNames(String operation, int status, String code) {
        assertThat(answer(operation, status, parsed(code, null, region))).isEqualTo(Duration.ZERO);

        assertThat(request.url()).isEqualTo("http://new.example.com/k?x=1");
        assertThat(regionOfNextCall(client.client(), "b")).isEqualTo("eu-west-1");
        assertThat(client.calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GetObject,403,AccessDenied", "GetObject,400,AuthorizationHeaderMalformed", "GetObject,400,400",
        "CreateBucket,400,IllegalLocationConstraintException", "GetObject,503,SlowDown"})
    void leavesOtherAnswers(String operation, int status, String code) {
        assertThat(answer(operation, status, parsed(code, null, region))).isNull();

        assertThat(request.url()).isEqualTo("http://b.s3.amazonaws.com/k?x=1");
        assertThat(regions.clients()).isZero();
    }

    @Test
    void goesToTheRegionThatTheErrorNames() {
        assertThat(answer("GetObject", 400, parsed("AuthorizationHeaderMalformed", "eu-west-1", null)))
                .isEqualTo(Duration.ZERO);
        assertThat(regionOfNextCall(client.client(), "b")).isEqualTo("eu-west-1");
    }

    @Test
    void asksForTheRegionThatNobodyNames() {
        client.answer = (operation, params) -> parsed("", null, "eu-west-1");

        assertThat(answer("GetObject", 301, parsed("PermanentRedirect", null, null))).isEqualTo(Duration.ZERO);
        assertThat(client.calls).containsExactly("HeadBucket{Bucket=b}");
        assertThat(regionOfNextCall(client.client(), "b")).isEqualTo("eu-west-1");
    }

    @Test
    void aRefusalNamesTheRegionToo() {
        client.answer = (operation, params) -> {
            throw new ClientException(parsed("403", null, "eu-west-1"), operation, null);
        };

        assertThat(answer("GetObject", 301, parsed("PermanentRedirect", null, null))).isEqualTo(Duration.ZERO);
    }

    @Test
    void staysWhereItIsWhenTheRegionCannotBeLearnt() {
        assertThat(answer("GetObject", 301, parsed("PermanentRedirect", null, null))).isNull();
        assertThat(answer("HeadBucket", 400, parsed("400", null, null))).isNull();
    }

    @Test
    void aQuestionForTheRegionAsksNoOther() {
        annotate("HeadBucket", Map.of("Bucket", "b"));

        assertThat(answer("HeadBucket", 301, parsed("301", null, null))).isNull();
        assertThat(client.calls).isEmpty();
    }

    @Test
    void redirectsACallOnce() {
        assertThat(answer("GetObject", 301, parsed("301", null, "eu-west-1"))).isEqualTo(Duration.ZERO);
        assertThat(answer("GetObject", 301, parsed("301", null, "us-east-2"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example.com/", "a b", "-a", "12345", "a:80", "a@b"})
    void aRegionThatIsNoneLeadsNowhere(String name) {
        assertThatThrownBy(() -> answer("GetObject", 301, parsed("301", null, name)))
                .isInstanceOf(InvalidRegionException.class).hasMessageContaining(name);
        assertThat(regions.clients()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"arn:aws:s3:us-west-2:123456789012:accesspoint/ap", "x--usw2-az1--x-s3"})
    void bucketsWhoseNameSaysWhereTheyAreAreLeftAlone(String bucket) {
        annotate("GetObject", Map.of("Bucket", bucket));

        assertThat(answer("GetObject", 301, parsed("301", null, "eu-west-1"))).isNull();
    }

    @Test
    void aCallWithoutABucketIsLeftAlone() {
        annotate("ListBuckets", Map.of());

        assertThat(answer("ListBuckets", 307, parsed("TemporaryRedirect", null, "eu-west-1"))).isNull();
    }

    @Test
    void theRulesGetTheParametersAsHandlersLeftThem() {
        client.endpoint = (params, callContext) -> {
            assertThat(params).isEqualTo(Map.of("Bucket", "b", "Key", "k"));
            assertThat(callContext).isSameAs(context);
            return new Endpoint("https://s3.eu-west-1.amazonaws.com:444/b", Map.of(), Map.of());
        };

        answer("GetObject", 301, parsed("301", null, "eu-west-1"));

        assertThat(request.url()).isEqualTo("http://s3.eu-west-1.amazonaws.com:444/k?x=1");
    }

    @ParameterizedTest
    @CsvSource({"http://a/k,https://b,http://b/k", "https://a,https://b/c,https://b",
        "https://a?x,http://b:1/,https://b:1?x"})
    void onlyTheHostChanges(String url, String endpoint, String expected) {
        assertThat(RegionRedirect.withHost(url, endpoint)).isEqualTo(expected);
    }

    @Test
    void clientsKnowOnlyWhatTheyHaveLearnt() {
        answer("GetObject", 301, parsed("301", null, "eu-west-1"));

        assertThat(regionOfNextCall(new FakeClient().client(), "b")).isEqualTo("us-west-2");
        assertThat(regionOfNextCall(client.client(), "other")).isEqualTo("us-west-2");
    }

    @Test
    void nothingIsLeftWhenTheBundleStops() {
        answer("GetObject", 301, parsed("301", null, "eu-west-1"));
        assertThat(regions.clients()).isOne();

        regions.clear();

        assertThat(regions.clients()).isZero();
    }
}
