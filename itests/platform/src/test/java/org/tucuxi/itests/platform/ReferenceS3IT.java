package org.tucuxi.itests.platform;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientException;
import org.tucuxi.ParamValidationException;
import org.tucuxi.Session;
import org.tucuxi.SessionFactory;
import org.tucuxi.TucuxiException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.endpoint.EndpointResolutionException;
import org.tucuxi.protocol.ResponseParserException;
import org.tucuxi.signing.Signer;

/**
 * What is sent to S3, and what is made of the answers, is what the reference sends and makes: every operation, and
 * the cases in which S3 is special. {@code record_s3.py} recorded the reference and tells the form of the file.
 */
@ExtendWith(PlatformExtension.class)
@Timeout(120)
class ReferenceS3IT {

    private static final Map<String, Class<?>> FAILURES = Map.of(
            "ParamValidationError", ParamValidationException.class,
            "EndpointResolutionError", EndpointResolutionException.class,
            "UnsupportedS3ConfigurationError", TucuxiException.class,
            "UnsupportedS3AccesspointConfigurationError", TucuxiException.class,
            "ResponseParserError", ResponseParserException.class,
            "ValueError", ResponseParserException.class,
            "AttributeError", ParamValidationException.class);

    private static final String TRAILER = "the checksum is sent in a header, of a signed body, instead of behind it";
    private static final String READ = "checksums of responses are left to the caller";
    private static final String SIGNER = "the signature version of before 2014 is not offered";

    /** Cases in which Tucuxi differs, with the reason. */
    private static final Map<String, String> DEPARTURES = Map.ofEntries(
            entry("checksum CRC32", TRAILER), entry("checksum SHA1", TRAILER), entry("checksum SHA256", TRAILER),
            entry("checksum expected", READ), entry("checksum expected by default", READ),
            entry("checksum expected, HeadObject", READ),
            entry("get: s3", SIGNER), entry("put: s3", SIGNER), entry("list: s3", SIGNER),
            entry("301 without region", "who asks for a region and does not learn it asks no more, and does not loop"),
            entry("GetBucketLocation, required members", "an answer without a body, as a stubber's, is complete"),
            entry("GetBucketNotification, all members", "the reference hands out elements of its XML parser"),
            entry("300", "the body is bytes, as the model says, not text"),
            entry("400 nested", "an empty message is empty, not the word None"),
            entry("expires Thursday, 29-Feb-24 12:34:56 GMT", "a year has four digits; ExpiresString has the text"));

    @TestFactory
    Stream<DynamicTest> cases(Lab lab) throws IOException {
        JsonNode recorded = new ObjectMapper().readTree(
                ReferenceS3IT.class.getResourceAsStream("/reference-s3.json"));
        assertThat(StreamSupport.stream(recorded.spliterator(), false).map(one -> one.get("name").asText()))
                .containsAll(DEPARTURES.keySet());
        return StreamSupport.stream(recorded.spliterator(), false)
                .filter(one -> !DEPARTURES.containsKey(one.get("name").asText()))
                .map(one -> DynamicTest.dynamicTest(one.get("name").asText(), () -> check(lab, one)));
    }

    private static void check(Lab lab, JsonNode recorded) {
        JsonNode config = recorded.path("config");
        SessionFactory.Builder builder = lab.platform().factory().builder()
                .credentials(Credentials.of("AKIDEXAMPLE", "secret"));
        try (Session session = builder.build()) {
            Wire wire = ReferenceS3.wire(recorded.get("answers"));
            Object outcome = call(session, config, wire, recorded);

            checkRequests(wire, recorded.get("requests"));
            checkOutcome(outcome, recorded);
        }
    }

    private static Object call(Session session, JsonNode config, Wire wire, JsonNode recorded) {
        try {
            Client client = wire.attach(session.client("s3", config(config)));
            return ReferenceS3.plain(client.call(recorded.get("operation").asText(),
                    ReferenceS3.params(recorded.get("params"))));
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static ClientConfig config(JsonNode config) {
        ClientConfig.Builder builder = ClientConfig.builder().requestChecksumCalculation("when_required")
                .responseChecksumValidation("when_required");
        if (!config.has("region_name")) {
            builder.regionName("us-west-2");
        }
        config.fields().forEachRemaining(entry -> {
            Object value = ReferenceS3.value(entry.getValue());
            if (value != null) {
                builder.option(entry.getKey(), "UNSIGNED".equals(value) ? Signer.UNSIGNED : value);
            }
        });
        return builder.build();
    }

    private static void checkRequests(Wire wire, JsonNode recorded) {
        List<Map<String, Object>> expected = new ArrayList<>();
        for (JsonNode request : recorded) {
            Map<String, Object> one = new TreeMap<>();
            one.put("method", request.get("method").asText());
            one.put("url", request.get("url").asText().replaceFirst("^~",
                    "https://my-bucket.s3.us-west-2.amazonaws.com"));
            one.put("headers", ReferenceS3.headers(request.get("headers")));
            one.put("body", ReferenceS3.body(request.get("body")));
            expected.add(one);
        }
        assertThat(wire.requests().stream().map(ReferenceS3::seen).toList()).isEqualTo(expected);
    }

    private static void checkOutcome(Object outcome, JsonNode recorded) {
        JsonNode error = recorded.get("error");
        if (error == null) {
            if (outcome instanceof RuntimeException unexpected) {
                throw unexpected;
            }
            assertThat(outcome).isEqualTo(ReferenceS3.outcome(recorded.get("result")));
        } else if (error.has("response")) {
            assertThat(outcome).isInstanceOf(ClientException.class);
            ClientException failure = (ClientException) outcome;
            assertThat(failure).hasMessage(error.get("message").asText());
            assertThat(ReferenceS3.plain(failure.response())).isEqualTo(ReferenceS3.outcome(error.get("response")));
            String type = error.get("type").asText();
            assertThat(type.equals("ClientError") || failure.isA(type)).as(type).isTrue();
        } else {
            assertThat(outcome).isInstanceOf(FAILURES.get(error.get("type").asText()));
        }
    }
}
