package org.tucuxi.signing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.FormBody;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.signing.Signer;

/**
 * URLs, policies and signatures from before SigV4 come out as in the reference; src/test/python/presigned.py made the
 * fixture.
 */
class ReferencePresigningTest {

    private static final Clock CLOCK = Clock.fixed(Requests.NOW, ZoneOffset.UTC);

    @TestFactory
    Stream<DynamicTest> signsAsTheReferenceDoes() throws IOException {
        List<FixtureCase> cases = FixtureCase.read("/presigned.txt");
        assertThat(cases).hasSizeGreaterThan(100);
        return cases.stream().map(c -> DynamicTest.dynamicTest(c.toString(), () -> {
            AwsRequest request = request(c);

            signer(c.one("version")).sign(request, new Signer.Scope(c.one("version"), c.credentials(), "us-east-1", "service",
                    request.context(), null, expiry(c)));

            check(c, request);
        }));
    }

    private static void check(FixtureCase c, AwsRequest request) {
        if (c.one("presigned") != null) {
            assertThat(request.url()).isEqualTo(c.one("presigned"));
        } else if (c.one("field") != null) {
            assertThat(texts((Map<?, ?>) request.context().get("s3-presign-post-fields"))).isEqualTo(c.all("field"));
        } else if (c.one("version").equals("v2")) {
            assertThat(texts(request.body() instanceof FormBody form ? form.fields() : request.params()))
                    .isEqualTo(c.all("signed"));
        } else {
            List<String> headers = new ArrayList<>();
            request.headers().forEach(header -> headers.add(header.getKey() + ':' + header.getValue()));
            assertThat(headers).containsExactlyInAnyOrderElementsOf(c.all("signed"));
        }
    }

    private static List<String> texts(Map<?, ?> map) {
        List<String> texts = new ArrayList<>();
        map.forEach((name, value) -> texts.add(name + ":" + value));
        return texts;
    }

    private static Signer signer(String version) {
        return switch (version) {
            case "v2" -> new SigV2Signer(CLOCK);
            case "v3" -> new SigV3Signer(CLOCK);
            case "s3", "s3-query", "s3-presign-post" -> new HmacSha1Signer(CLOCK);
            case "v4-s3express" -> new SigV4Signer(CLOCK);
            case "s3v4-presign-post", "v4-s3express-presign-post" -> new PolicySigner(CLOCK);
            default -> new SigV4QuerySigner(CLOCK);
        };
    }

    private static Duration expiry(FixtureCase c) {
        return c.one("expires") == null ? null : Duration.ofSeconds(Long.parseLong(c.one("expires")));
    }

    private static AwsRequest request(FixtureCase c) {
        HttpHeaders headers = new HttpHeaders();
        c.pairs("header").forEach(pair -> headers.add(pair[0], pair[1]));
        AwsRequest request = new AwsRequest(c.one("method"), c.one("url"), headers, body(c), c.one("auth_path"), false,
                new HashMap<>());
        c.pairs("param").forEach(pair -> request.params().put(pair[0], pair[1]));
        if (c.one("unsigned") != null) {
            request.context().put("payload_signing_enabled", false);
        }
        if (c.one("field") != null) {
            preparePolicy(c.one("case"), request.context());
        }
        return request;
    }

    private static HttpBody body(FixtureCase c) {
        if (c.one("form") == null) {
            return c.one("body") == null ? HttpBody.EMPTY : HttpBody.of(c.one("body"));
        }
        StringBuilder form = new StringBuilder();
        c.pairs("form").forEach(pair -> form.append(form.length() == 0 ? "" : "&").append(pair[0]).append('=')
                .append(URLEncoder.encode(pair[1], StandardCharsets.UTF_8)));
        return new FormBody(form.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The policies of the script. */
    private static void preparePolicy(String name, Map<String, Object> context) {
        Map<String, Object> policy = new LinkedHashMap<>();
        Map<String, Object> fields = new LinkedHashMap<>();
        context.put("s3-presign-post-policy", policy);
        context.put("s3-presign-post-fields", fields);
        if (!name.equals("nothing")) {
            policy.put("expiration", "2015-08-30T13:36:00Z");
        }
        switch (name) {
            case "bucket and key" -> {
                policy.put("conditions", List.of(Map.of("bucket", "b"), Map.of("key", "k")));
                fields.put("key", "k");
            }
            case "all kinds of conditions" -> {
                Map<String, Object> words = new LinkedHashMap<>();
                words.put("n", null);
                words.put("t", true);
                words.put("f", false);
                policy.put("conditions", Arrays.asList(Map.of("acl", "public-read"),
                        List.of("content-length-range", 1, 10485760L),
                        List.of("starts-with", "$key", "a/\u00e4\"\\\n\t\u0001\uD83D\uDC2C"), words, Map.of(), List.of()));
                fields.put("acl", "public-read");
                fields.put("key", "a/${filename}");
            }
            case "a token" -> {
                policy.put("conditions", List.of(Map.of("bucket", "b")));
                fields.put("key", "k");
            }
            default -> { }
        }
    }
}
