package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tucuxi.AliasConflictException;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientException;
import org.tucuxi.Session;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.endpoint.EndpointDiscoveryRefreshFailedException;
import org.tucuxi.endpoint.EndpointDiscoveryRequiredException;
import org.tucuxi.endpoint.EndpointResolutionException;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.signing.Signer;

/**
 * What is sent to services other than S3, and what is made of the answers, is what the reference sends and makes, where a
 * handler, an account or a discovered endpoint has a part in it. {@code record_services.py} recorded the reference.
 */
@ExtendWith(PlatformExtension.class)
@Timeout(120)
class ReferenceServicesIT {

    private static final Set<String> VOLATILE = Set.of("user-agent", "x-amz-date", "date", "amz-sdk-invocation-id",
            "amz-sdk-request");
    private static final Set<String> OTHERS_FEATURES = Set.of("U", "V", "W", "X", "Y", "Z", "a", "b", "c");
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/(.*)/aws4_request, SignedHeaders=(.*), Signature=.*");
    private static final Pattern FEATURES = Pattern.compile(" m/(\\S+)");
    private static final Map<String, Class<?>> FAILURES = Map.of(
            "AliasConflictParameterError", AliasConflictException.class,
            "EndpointResolutionError", EndpointResolutionException.class,
            "EndpointDiscoveryRequired", EndpointDiscoveryRequiredException.class,
            "EndpointDiscoveryRefreshFailed", EndpointDiscoveryRefreshFailedException.class);

    @TestFactory
    Stream<DynamicTest> cases(Lab lab) throws IOException {
        JsonNode recorded = new ObjectMapper().readTree(
                ReferenceServicesIT.class.getResourceAsStream("/reference-services.json"));
        return StreamSupport.stream(recorded.spliterator(), false)
                .map(one -> DynamicTest.dynamicTest(one.get("name").asText(), () -> check(lab, one)));
    }

    private static void check(Lab lab, JsonNode recorded) throws IOException {
        String account = recorded.path("account").asText(null);
        Credentials credentials = Credentials.of("AKIDEXAMPLE", "secret", null,
                "null".equals(account) ? null : account, "explicit");
        try (Session session = lab.platform().factory().builder().credentials(credentials)
                .dataPath(Platform.models()).build()) {
            Wire wire = wire(recorded.get("answers"));
            Object outcome = outcome(session, wire, recorded);

            checkRequests(wire, recorded.get("requests"));
            checkOutcome(outcome, recorded);
        }
    }

    private static Wire wire(JsonNode answers) {
        Wire wire = Wire.ok();
        for (JsonNode answer : answers) {
            if (answer.isNull()) {
                wire.thenUnreachable();
                continue;
            }
            Map<String, String> headers = new LinkedHashMap<>(Map.of("x-amzn-requestid", "REQ1"));
            answer.get(1).fields().forEachRemaining(header -> headers.put(header.getKey(), header.getValue().asText()));
            wire.then(answer.get(0).asInt(), answer.get(2).asText(), headers);
        }
        return wire;
    }

    private static Object outcome(Session session, Wire wire, JsonNode recorded) {
        try {
            Client client = wire.attach(session.client(recorded.get("service").asText(), config(recorded.path("config"))));
            Map<String, Object> params = ReferenceS3.params(recorded.get("params"));
            return recorded.has("method") ? client.invoke(recorded.get("method").asText(), params)
                    : client.call(recorded.get("operation").asText(), params);
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static ClientConfig config(JsonNode config) {
        ClientConfig.Builder builder = ClientConfig.builder().requestChecksumCalculation("when_required")
                .responseChecksumValidation("when_required").regionName("eu-central-1");
        config.fields().forEachRemaining(option -> {
            Object value = ReferenceS3.value(option.getValue());
            builder.option(option.getKey(), "UNSIGNED".equals(value) ? Signer.UNSIGNED : value);
        });
        return builder.build();
    }

    private static void checkRequests(Wire wire, JsonNode recorded) throws IOException {
        assertThat(wire.requests()).hasSameSizeAs(recorded);
        for (int i = 0; i < recorded.size(); i++) {
            HttpRequest sent = wire.requests().get(i);
            JsonNode expected = recorded.get(i);
            Map<String, String> headers = new TreeMap<>();
            expected.get("headers").fields()
                    .forEachRemaining(header -> headers.put(header.getKey(), header.getValue().asText()));

            assertThat(sent.method()).isEqualTo(expected.get("method").asText());
            assertThat(steady(sent.url())).isEqualTo(expected.get("url").asText());
            Object body = body(expected.get("body").asText());
            Map<String, String> seen = headers(sent);
            if (body instanceof JsonNode) {
                // The reference puts spaces between what it sends.
                headers.remove("content-length");
                seen.remove("content-length");
            }
            assertThat(seen).isEqualTo(headers);
            assertThat(body(sent)).isEqualTo(body);
            assertThat(features(sent)).hasToString(StreamSupport.stream(expected.get("features").spliterator(), false)
                    .map(JsonNode::asText).toList().toString());
        }
    }

    private static Map<String, String> headers(HttpRequest sent) {
        Map<String, String> headers = new TreeMap<>();
        sent.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), steady(header.getValue())));
        headers.keySet().removeAll(VOLATILE);
        headers.computeIfPresent("authorization", (name, value) -> {
            Matcher matcher = AUTHORIZATION.matcher(sent.headers().get("Authorization"));
            return matcher.matches() ? matcher.group(1) + ' ' + matcher.group(2) : value.split(" ")[0];
        });
        return headers;
    }

    private static Set<String> features(HttpRequest sent) {
        Matcher matcher = FEATURES.matcher(sent.headers().get("User-Agent"));
        Set<String> features = new TreeSet<>(matcher.find() ? List.of(matcher.group(1).split(",")) : List.of());
        features.removeAll(OTHERS_FEATURES);
        return features;
    }

    private static Object body(HttpRequest sent) throws IOException {
        try (InputStream in = sent.body().open()) {
            return body(steady(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)));
        }
    }

    /** The order of members in JSON says nothing. */
    private static Object body(String text) throws IOException {
        return text.startsWith("{") ? new ObjectMapper().readTree(text) : text;
    }

    private static String steady(String text) {
        return text.replaceAll("(X-Amz-Date(?:=|%3D))\\d{8}T\\d{6}Z", "$1DATE")
                .replaceAll("(X-Amz-Signature(?:=|%3D))[0-9a-f]{64}", "$1SIGNATURE")
                .replaceAll("(AKIDEXAMPLE(?:/|%2F|%252F))\\d{8}", "$1DAY")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", "UUID");
    }

    private static void checkOutcome(Object outcome, JsonNode recorded) {
        JsonNode error = recorded.get("error");
        if (error == null) {
            if (outcome instanceof RuntimeException unexpected) {
                throw unexpected;
            }
            assertThat(plain(outcome)).isEqualTo(plain(ReferenceS3.value(recorded.get("result"))));
        } else if (error.has("code")) {
            assertThat(outcome).isInstanceOf(ClientException.class);
            ClientException failure = (ClientException) outcome;
            String type = error.get("type").asText();
            assertThat(failure).hasMessage(error.get("message").asText());
            assertThat(type.equals("ClientError") || failure.isA(type)).as(type).isTrue();
        } else {
            assertThat(outcome).isInstanceOf(FAILURES.get(error.get("type").asText()));
            assertThat((Exception) outcome).hasMessage(error.get("message").asText());
        }
    }

    private static Object plain(Object value) {
        if (value instanceof String text) {
            return steady(text);
        }
        Object plain = ReferenceS3.plain(value);
        if (plain instanceof Map<?, ?> map) {
            map.remove("ResponseMetadata");
        }
        return plain;
    }
}
