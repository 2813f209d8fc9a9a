package org.tucuxi.services.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.ParamValidationException;
import org.tucuxi.event.BeforeEndpointResolution;
import org.tucuxi.event.BeforeParameterBuild;
import org.tucuxi.http.HttpBody;

class ParameterHandlersTest {

    private static final String PATH_STYLE = "AWS::S3::ForcePathStyle";

    @ParameterizedTest
    @ValueSource(strings = {"b", "my-bucket", "My_Old.Bucket", "arn:aws:s3:us-west-2:123456789012:accesspoint/ap",
        "arn:aws-cn:s3-object-lambda:cn-north-1:123456789012:accesspoint:ap",
        "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-1/accesspoint/ap"})
    void takesNamesAndAccessPoints(String bucket) {
        BeforeParameterBuild event = Events.parameters("HeadBucket", Map.of("Bucket", bucket));

        assertThatCode(() -> new BucketName().handle(event)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "../x", "b?x", "b#", "bücket", "a b", "arn:aws:s3:us-west-2:12:accesspoint/ap",
        "arn:aws:sqs:us-west-2:123456789012:accesspoint/ap", "host@evil"})
    void refusesWhatCouldLeadElsewhere(String bucket) {
        BeforeParameterBuild event = Events.parameters("HeadBucket", Map.of("Bucket", bucket));

        assertThatThrownBy(() -> new BucketName().handle(event)).isInstanceOf(ParamValidationException.class)
                .hasMessageContaining("Invalid bucket name \"" + bucket + '"');
    }

    @Test
    void refusesABucketOfMoreThan255Characters() {
        assertThatCode(() -> new BucketName().handle(
                Events.parameters("HeadBucket", Map.of("Bucket", "b".repeat(255)))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new BucketName().handle(
                Events.parameters("HeadBucket", Map.of("Bucket", "b".repeat(256)))))
                .isInstanceOf(ParamValidationException.class);
    }

    @Test
    void leavesBucketsOfOtherTypesToTheValidation() {
        assertThatCode(() -> new BucketName().handle(Events.parameters("HeadBucket", Map.of("Bucket", 7))))
                .doesNotThrowAnyException();
        assertThatCode(() -> new BucketName().handle(Events.parameters("ListBuckets", Map.of())))
                .doesNotThrowAnyException();
    }

    @Test
    void makesAStreamOfTextAndBytes() {
        BeforeParameterBuild text = Events.parameters("PutObject", Map.of("Body", "grün"));
        BeforeParameterBuild bytes = Events.parameters("PutObject", Map.of("Body", new byte[] {1, 2}));

        new StreamBody().handle(text);
        new StreamBody().handle(bytes);

        assertThat(text.params().get("Body")).isInstanceOfSatisfying(HttpBody.class, body -> {
            assertThat(body.isStream()).isTrue();
            assertThat(body.bytes()).isEqualTo("grün".getBytes(StandardCharsets.UTF_8));
        });
        assertThat(((HttpBody) bytes.params().get("Body")).length()).isEqualTo(2);
    }

    @Test
    void leavesStreamsAsTheyAre() {
        HttpBody own = HttpBody.of(new byte[3]);
        BeforeParameterBuild event = Events.parameters("PutObject", Map.of("Body", own));

        new StreamBody().handle(event);

        assertThat(event.params()).containsEntry("Body", own);
    }

    @Test
    void asksForEncodedKeysUnlessTheCallerSaidHow() {
        BeforeParameterBuild plain = Events.parameters("ListObjectsV2", Map.of("Bucket", "b"));
        BeforeParameterBuild own = Events.parameters("ListObjectsV2", Map.of("EncodingType", "url"));

        new ListEncoding().handle(plain);
        new ListEncoding().handle(own);

        assertThat(plain.params()).containsEntry("EncodingType", "url");
        assertThat(plain.context()).containsEntry("encoding_type_auto_set", true);
        assertThat(own.context()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "b/key                | b/key",
        "b/k ey+ü             | b/k%20ey%2B%C3%BC",
        "b/a?versionId=1+2    | b/a?versionId=1+2",
        "b/a?versionId=x y    | b/a%3FversionId%3Dx%20y",
        "/b/~k%20             | /b/~k%2520",
        "b/a?versionId=       | b/a%3FversionId%3D",
    })
    void encodesACopySource(String source, String header) {
        BeforeParameterBuild event = Events.parameters("CopyObject", Map.of("CopySource", source));

        new CopySource().handle(event);

        assertThat(event.params()).containsEntry("CopySource", header);
    }

    @Test
    void makesACopySourceOfItsParts() {
        BeforeParameterBuild object = Events.parameters("CopyObject",
                Map.of("CopySource", Map.of("Bucket", "b", "Key", "k ü?", "VersionId", "a+b")));
        BeforeParameterBuild accessPoint = Events.parameters("CopyObject", Map.of("CopySource",
                Map.of("Bucket", "arn:aws:s3:us-west-2:123456789012:accesspoint/ap", "Key", "k/x")));

        new CopySource().handle(object);
        new CopySource().handle(accessPoint);

        assertThat(object.params()).containsEntry("CopySource", "b/k%20%C3%BC%3F?versionId=a+b");
        assertThat(accessPoint.params()).containsEntry("CopySource",
                "arn%3Aaws%3As3%3Aus-west-2%3A123456789012%3Aaccesspoint/ap/object/k/x");
    }

    @Test
    void missesAPartOfACopySource() {
        BeforeParameterBuild event = Events.parameters("CopyObject", Map.of("CopySource", Map.of("Bucket", "b")));

        assertThatThrownBy(() -> new CopySource().handle(event)).isInstanceOf(ParamValidationException.class)
                .hasMessageContaining("'Key'");
    }

    @Test
    void takesMetadataInAsciiOnly() {
        assertThatCode(() -> new AsciiMetadata().handle(
                Events.parameters("PutObject", Map.of("Metadata", Map.of("a", "b"))))).doesNotThrowAnyException();
        assertThatThrownBy(() -> new AsciiMetadata().handle(
                Events.parameters("PutObject", Map.of("Metadata", Map.of("a", "ü")))))
                .hasMessageContaining("key \"a\"");
        assertThatThrownBy(() -> new AsciiMetadata().handle(
                Events.parameters("PutObject", Map.of("Metadata", Map.of("ü", "b")))))
                .isInstanceOf(ParamValidationException.class);
    }

    @Test
    void encodesKeysOfCustomersAndAddsTheirDigest() {
        String key = "secret-key-of-32-bytes-for-tests";
        BeforeParameterBuild text = Events.parameters("PutObject", Map.of("SSECustomerKey", key));
        BeforeParameterBuild bytes = Events.parameters("CopyObject",
                Map.of("CopySourceSSECustomerKey", key.getBytes(StandardCharsets.UTF_8)));

        new SseCustomerKey().handle(text);
        new CopySourceSseCustomerKey().handle(bytes);

        assertThat(text.params()).containsEntry("SSECustomerKey", "c2VjcmV0LWtleS1vZi0zMi1ieXRlcy1mb3ItdGVzdHM=")
                .containsEntry("SSECustomerKeyMD5", "7960VT8/8WRxk9adPxoOxA==");
        assertThat(bytes.params()).containsEntry("CopySourceSSECustomerKey", text.params().get("SSECustomerKey"))
                .containsEntry("CopySourceSSECustomerKeyMD5", text.params().get("SSECustomerKeyMD5"));
    }

    @Test
    void leavesAKeyWhoseDigestTheCallerGave() {
        Map<String, Object> params = Map.of("SSECustomerKey", "k", "SSECustomerKeyMD5", "m");
        BeforeParameterBuild event = Events.parameters("GetObject", params);

        new SseCustomerKey().handle(event);

        assertThat(event.params()).isEqualTo(params);
    }

    @Test
    void keepsWhatTheCallIsAbout() {
        BeforeParameterBuild event = Events.parameters("GetObject",
                Map.of("Bucket", "b", "Key", "k", "Range", "bytes=0-1"));

        new InputParams().handle(event);

        assertThat(event.context()).containsEntry("input_params", Map.of("Bucket", "b", "Key", "k"));
    }

    private static Map<String, Object> builtins(String operation, String bucket, boolean pathStyle, boolean global) {
        BeforeEndpointResolution event = Events.endpoint(operation, Map.of("Bucket", bucket),
                Map.of(PATH_STYLE, pathStyle, "AWS::Region", "eu-west-1"), Map.of("use_global_endpoint", global));
        new EndpointBuiltins().handle(event);
        return event.builtins();
    }

    @Test
    void asksForALocationByPathAndForAnArnByHost() {
        String arn = "arn:aws:s3:us-west-2:123456789012:accesspoint/ap";

        assertThat(builtins("GetBucketLocation", "b", false, false)).containsEntry(PATH_STYLE, true);
        assertThat(builtins("GetObject", arn, true, false)).containsEntry(PATH_STYLE, false);
        assertThat(builtins("GetObject", "b", true, false)).containsEntry(PATH_STYLE, true);
    }

    @Test
    void usesTheGlobalEndpointWhereABucketCanBeAHost() {
        assertThat(builtins("GetObject", "b", false, true)).containsEntry("AWS::Region", "aws-global")
                .containsEntry("AWS::S3::UseGlobalEndpoint", true);
        for (String bucket : new String[] {"a.b", "-b", "x--use1-az4--x-s3",
            "arn:aws:s3:us-west-2:123456789012:accesspoint/ap"}) {
            assertThat(builtins("GetObject", bucket, false, true)).containsEntry("AWS::Region", "eu-west-1");
        }
        assertThat(builtins("GetObject", "b", true, true)).containsEntry("AWS::Region", "eu-west-1");
        assertThat(builtins("GetObject", "b", false, false)).containsEntry("AWS::Region", "eu-west-1");
    }
}
