package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.Session;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.endpoint.EndpointResolutionException;

/**
 * Where S3 requests go, and for which region and service they are signed: the reference's table of addressing
 * results.
 */
@ExtendWith(PlatformExtension.class)
@Timeout(30)
class S3AddressingIT {

    private static final String ACCESS_POINT = "arn:aws:s3:us-west-2:123456789012:accesspoint/myap";
    private static final String FAR_ACCESS_POINT = "arn:aws:s3:eu-west-1:123456789012:accesspoint/myap";
    private static final String OUTPOST =
            "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-01234567890123456/accesspoint/myap";
    private static final String OBJECT_LAMBDA = "arn:aws:s3-object-lambda:us-west-2:123456789012:accesspoint/mybanner";

    private record Row(String name, ClientConfig config, String bucket, String url, String scope) {
    }

    private static Row row(String name, ClientConfig.Builder config, String bucket, String url, String scope) {
        return new Row(name, config.build(), bucket, url, scope);
    }

    private static Row row(String name, ClientConfig.Builder config, String url) {
        return row(name, config, "my-bucket", url, "us-west-2/s3");
    }

    private static ClientConfig.Builder config() {
        return ClientConfig.builder().regionName("us-west-2");
    }

    private static ClientConfig.Builder region(String region) {
        return ClientConfig.builder().regionName(region);
    }

    private static ClientConfig.Builder s3(String key, Object value) {
        return config().s3(Map.of(key, value));
    }

    private static Stream<Row> rows() {
        String style = "addressing_style";
        return Stream.of(
                row("default", config(), "https://my-bucket.s3.us-west-2.amazonaws.com/k"),
                row("virtual", s3(style, "virtual"), "https://my-bucket.s3.us-west-2.amazonaws.com/k"),
                row("auto", s3(style, "auto"), "https://my-bucket.s3.us-west-2.amazonaws.com/k"),
                row("path", s3(style, "path"), "https://s3.us-west-2.amazonaws.com/my-bucket/k"),
                row("us-east-1", region("us-east-1"), "my-bucket", "https://my-bucket.s3.amazonaws.com/k",
                "us-east-1/s3"),
                row("aws-global", region("aws-global"), "my-bucket", "https://my-bucket.s3.amazonaws.com/k",
                "us-east-1/s3"),
                row("no region", ClientConfig.builder(), "my-bucket", "https://my-bucket.s3.amazonaws.com/k",
                "us-east-1/s3"),
                row("us-east-1, regional", region("us-east-1").s3(Map.of("us_east_1_regional_endpoint", "regional")),
                        "my-bucket", "https://my-bucket.s3.us-east-1.amazonaws.com/k", "us-east-1/s3"),
                row("dots", config(), "my.bucket", "https://s3.us-west-2.amazonaws.com/my.bucket/k", "us-west-2/s3"),
                row("dots, virtual", s3(style, "virtual"), "my.bucket",
                "https://s3.us-west-2.amazonaws.com/my.bucket/k",
                        "us-west-2/s3"),
                row("upper case", config(), "MyBucket", "https://s3.us-west-2.amazonaws.com/MyBucket/k",
                "us-west-2/s3"),
                row("underscore", config(), "my_bucket", "https://s3.us-west-2.amazonaws.com/my_bucket/k",
                "us-west-2/s3"),
                row("two characters", config(), "mb", "https://s3.us-west-2.amazonaws.com/mb/k", "us-west-2/s3"),
                row("IP address", config(), "192.168.5.4", "https://s3.us-west-2.amazonaws.com/192.168.5.4/k",
                "us-west-2/s3"),
                row("no TLS", config().useSsl(false), "http://my-bucket.s3.us-west-2.amazonaws.com/k"),
                row("no TLS, dots", config().useSsl(false), "my.bucket",
                "http://s3.us-west-2.amazonaws.com/my.bucket/k",
                        "us-west-2/s3"),
                row("dual stack", config().useDualstackEndpoint(true),
                        "https://my-bucket.s3.dualstack.us-west-2.amazonaws.com/k"),
                row("dual stack of S3", s3("use_dualstack_endpoint", true),
                        "https://my-bucket.s3.dualstack.us-west-2.amazonaws.com/k"),
                row("FIPS", config().useFipsEndpoint(true), "https://my-bucket.s3-fips.us-west-2.amazonaws.com/k"),
                row("FIPS pseudo region", region("fips-us-west-2"),
                "https://my-bucket.s3-fips.us-west-2.amazonaws.com/k"),
                row("FIPS and dual stack", config().useFipsEndpoint(true).useDualstackEndpoint(true),
                        "https://my-bucket.s3-fips.dualstack.us-west-2.amazonaws.com/k"),
                row("accelerate", s3("use_accelerate_endpoint", true),
                "https://my-bucket.s3-accelerate.amazonaws.com/k"),
                row("accelerate and dual stack", s3("use_accelerate_endpoint", true).useDualstackEndpoint(true),
                        "https://my-bucket.s3-accelerate.dualstack.amazonaws.com/k"),
                row("custom URL", config().endpointUrl("http://localhost:9000"), "http://localhost:9000/my-bucket/k"),
                row("custom URL with a path", config().endpointUrl("http://localhost:9000/base/"),
                        "http://localhost:9000/base/my-bucket/k"),
                row("custom URL, virtual", s3(style, "virtual").endpointUrl("http://localhost:9000"),
                        "http://my-bucket.localhost:9000/k"),
                row("custom URL, virtual, dots, http", s3(style, "virtual").endpointUrl("http://localhost:9000"),
                "my.bucket",
                        "http://my.bucket.localhost:9000/k", "us-west-2/s3"),
                row("custom URL, virtual, dots, https", s3(style, "virtual").endpointUrl("https://localhost:9000"),
                        "my.bucket", "https://localhost:9000/my.bucket/k", "us-west-2/s3"),
                row("custom URL, FIPS and dual stack", config().endpointUrl("http://localhost:9000")
                .useFipsEndpoint(true)
                        .useDualstackEndpoint(true), "http://localhost:9000/my-bucket/k"),
                row("access point", config(), ACCESS_POINT,
                        "https://myap-123456789012.s3-accesspoint.us-west-2.amazonaws.com/k", "us-west-2/s3"),
                row("access point, path", s3(style, "path"), ACCESS_POINT,
                        "https://myap-123456789012.s3-accesspoint.us-west-2.amazonaws.com/k", "us-west-2/s3"),
                row("access point elsewhere", config(), FAR_ACCESS_POINT,
                        "https://myap-123456789012.s3-accesspoint.eu-west-1.amazonaws.com/k", "eu-west-1/s3"),
                // The rules name SigV4a first, whose scope has no region; the reference cannot do it without a native library.
                row("outpost", config(), OUTPOST,
                        "https://myap-123456789012.op-01234567890123456.s3-outposts.us-west-2.amazonaws.com/k",
                        "s3-outposts"),
                row("object lambda", config(), OBJECT_LAMBDA,
                        "https://mybanner-123456789012.s3-object-lambda.us-west-2.amazonaws.com/k",
                        "us-west-2/s3-object-lambda"),
                row("unknown region", region("us-west-7"), "my-bucket",
                "https://my-bucket.s3.us-west-7.amazonaws.com/k",
                        "us-west-7/s3"),
                row("China", region("cn-north-1"), "my-bucket", "https://my-bucket.s3.cn-north-1.amazonaws.com.cn/k",
                        "cn-north-1/s3"));
    }

    private static Session session(Lab lab) {
        return lab.keep(lab.platform().factory().builder()
                .credentials(Credentials.of(Lab.ACCESS_KEY, Lab.SECRET_KEY)).build());
    }

    @TestFactory
    Stream<DynamicTest> getObject(Lab lab) {
        return rows().map(row -> DynamicTest.dynamicTest(row.name(), () -> {
            Wire wire = Wire.ok();
            wire.attach(session(lab).client("s3", row.config())).call("GetObject", Map.of("Bucket", row.bucket(),
                    "Key", "k"));

            assertThat(wire.last().url()).isEqualTo(row.url());
            assertThat(wire.last().headers().get("Authorization")).contains("/" + row.scope() + "/aws4_request");
        }));
    }

    @TestFactory
    Stream<DynamicTest> refused(Lab lab) {
        Map<String, Row> rows = new HashMap<>();
        rows.put("accelerate with dots", row("", s3("use_accelerate_endpoint", true), "my.bucket", "", ""));
        rows.put("access point elsewhere, not allowed", row("", s3("use_arn_region", false), FAR_ACCESS_POINT, "", ""));
        rows.put("access point, accelerate", row("", s3("use_accelerate_endpoint", true), ACCESS_POINT, "", ""));
        return rows.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
            Wire wire = Wire.ok();
            Client client = wire.attach(session(lab).client("s3", entry.getValue().config()));

            assertThatThrownBy(() -> client.call("GetObject", Map.of("Bucket", entry.getValue().bucket(), "Key", "k")))
                    .isInstanceOfAny(EndpointResolutionException.class, InvalidConfigException.class)
                    .message().isNotBlank();
            assertThat(wire.requests()).isEmpty();
        }));
    }

    @Test
    void withoutABucketTheRegionsHostIsAsked(Lab lab) {
        Wire wire = Wire.ok().then(200, "<ListAllMyBucketsResult/>");

        wire.attach(session(lab).client("s3", config().build())).call("ListBuckets");

        assertThat(wire.last().url()).isEqualTo("https://s3.us-west-2.amazonaws.com/");
    }

    @Test
    void theLocationOfABucketIsAskedForByPath(Lab lab) {
        Wire wire = Wire.ok().then(200, "<LocationConstraint>eu-west-1</LocationConstraint>");

        Map<String, Object> result = wire.attach(session(lab).client("s3", config().build()))
                .call("GetBucketLocation", Map.of("Bucket", "my-bucket"));

        assertThat(wire.last().url()).isEqualTo("https://s3.us-west-2.amazonaws.com/my-bucket?location");
        assertThat(result).containsEntry("LocationConstraint", "eu-west-1");
    }

    @Test
    void keysAreEncodedOnce(Lab lab) {
        Wire wire = Wire.ok();

        wire.attach(session(lab).client("s3", config().build())).call("GetObject",
                Map.of("Bucket", "my-bucket", "Key", "a/ü b+c~%41?#", "VersionId", "v 1"));

        assertThat(wire.last().url())
                .isEqualTo("https://my-bucket.s3.us-west-2.amazonaws.com/a/%C3%BC%20b%2Bc~%2541%3F%23?versionId=v%201");
    }

    @Test
    void metaTellsTheLegacyEndpoint(Lab lab) {
        Client client = session(lab).client("s3", config().build());

        assertThat(client.meta().endpointUrl()).isEqualTo("https://s3.us-west-2.amazonaws.com");
        assertThat(client.meta().region()).isEqualTo("us-west-2");
        assertThat(client.meta().partition()).isEqualTo("aws");
        Client global = session(lab).client("s3", region("us-east-1").build());
        assertThat(global.meta().endpointUrl()).isEqualTo("https://s3.amazonaws.com");
        assertThat(global.meta().region()).isEqualTo("us-east-1");
    }
}
