package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.ParamValidationException;
import org.tucuxi.Session;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.endpoint.EndpointResolutionException;
import org.tucuxi.endpoint.EndpointVariantException;
import org.tucuxi.endpoint.NoRegionException;
import org.tucuxi.event.BeforeSend;
import org.tucuxi.event.EventHandler;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.signing.UnsupportedSignatureVersionException;

/**
 * Where requests of S3 and S3 Control go, and what they are signed for, is what the reference says, for every way to
 * configure a client and every kind of bucket. {@code record_addressing.py} recorded the reference and tells the form.
 */
@ExtendWith(PlatformExtension.class)
@Timeout(300)
class ReferenceAddressingIT {

    private static final Map<String, Class<?>> FAILURES = Map.ofEntries(
            Map.entry("EndpointResolutionError", EndpointResolutionException.class),
            Map.entry("EndpointVariantError", EndpointVariantException.class),
            Map.entry("InvalidHostLabelError", EndpointResolutionException.class),
            Map.entry("NoRegionError", NoRegionException.class),
            Map.entry("ParamValidationError", ParamValidationException.class),
            Map.entry("UnsupportedS3AccesspointConfigurationError", InvalidConfigException.class),
            Map.entry("UnsupportedS3ConfigurationError", InvalidConfigException.class),
            Map.entry("UnsupportedS3ControlArnError", ParamValidationException.class),
            Map.entry("UnsupportedS3ControlConfigurationError", InvalidConfigException.class),
            Map.entry("UnsupportedSignatureVersionError", UnsupportedSignatureVersionException.class));

    /** Rows in which Tucuxi differs, with the reason. */
    private static final Map<String, String> DEPARTURES = Map.of(
            "prefers sigv4a, us-west-2, GetObject {\"Bucket\":\"express\",\"Key\":\"a/b c\"}",
            "a preference for what a directory bucket does not offer is no reason to refuse what it offers");

    private static final Pattern AUTHORIZATION = Pattern.compile("(\\S+) Credential=\\w+/\\d+/(.*)/aws4_request, .*");
    private static final List<String> SHOWN =
            List.of("x-amz-region-set", "x-amz-account-id", "x-amz-outpost-id", "x-amz-s3session-token");
    private static final String SESSION = "<CreateSessionResult><Credentials><SessionToken>SESSION</SessionToken>"
            + "<SecretAccessKey>secret</SecretAccessKey><AccessKeyId>AKIDSESSION</AccessKeyId>"
            + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></CreateSessionResult>";

    @TestFactory
    Stream<DynamicTest> s3(Lab lab) throws IOException {
        return rows(lab, "s3");
    }

    @TestFactory
    Stream<DynamicTest> s3Control(Lab lab) throws IOException {
        return rows(lab, "s3control");
    }

    private static Stream<DynamicTest> rows(Lab lab, String service) throws IOException {
        JsonNode recorded = new ObjectMapper().readTree(
                ReferenceAddressingIT.class.getResourceAsStream("/addressing-" + service + ".json"));
        assertThat(recorded.get("rows")).hasSizeGreaterThan(300);
        Session session = lab.keep(lab.platform().factory().builder()
                .credentials(Credentials.of("AKIDEXAMPLE", "secret")).build());
        return StreamSupport.stream(recorded.get("rows").spliterator(), false)
                .filter(row -> !DEPARTURES.containsKey(name(row)))
                .map(row -> DynamicTest.dynamicTest(name(row), () -> check(session, service, recorded, row)));
    }

    private static String name(JsonNode row) {
        return row.get("config").asText() + ", " + row.get("region").asText() + ", " + row.get("operation").asText() + ' '
                + row.get("params");
    }

    private static void check(Session session, String service, JsonNode recorded, JsonNode row) {
        List<String> sent = new ArrayList<>();

        Throwable failure = catchThrowable(() -> call(session, service, recorded, row, sent));

        if (row.has("error")) {
            assertThat(failure).isInstanceOf(FAILURES.get(row.get("error").asText())).message().isNotBlank();
            assertThat(sent).isEmpty();
        } else {
            assertThat(failure).isNull();
            assertThat(sent).isEqualTo(ReferenceS3.value(row.get("sent")));
        }
    }

    private static void call(Session session, String service, JsonNode recorded, JsonNode row, List<String> sent) {
        ClientConfig.Builder config = ClientConfig.builder();
        if (!row.get("region").isNull()) {
            config.regionName(row.get("region").asText());
        }
        recorded.get("configs").get(row.get("config").asText()).fields()
                .forEachRemaining(option -> config.option(option.getKey(), ReferenceS3.value(option.getValue())));
        Map<String, Object> params = new LinkedHashMap<>();
        row.get("params").fields().forEachRemaining(param -> params.put(param.getKey(),
                recorded.get("names").path(param.getValue().asText()).asText(param.getValue().asText())));
        EventHandler<BeforeSend, HttpResponse> answering = event -> {
            sent.add(seen(event.request()));
            return HttpResponse.of(200, new HttpHeaders(), event.request().url().endsWith("?session") ? SESSION
                    : "<Answer/>");
        };
        try (Client client = session.client(service, config.build())) {
            client.meta().events().register("before-send", answering);
            client.call(row.get("operation").asText(), params);
        }
    }

    private static String seen(HttpRequest request) {
        String authorization = request.headers().get("Authorization");
        Matcher found = AUTHORIZATION.matcher(authorization == null ? "" : authorization);
        StringBuilder line = new StringBuilder(request.method() + ' ' + request.url() + ' '
                + (found.matches() ? found.group(1) + ' ' + found.group(2) : "- -"));
        for (String name : SHOWN) {
            if (request.headers().contains(name)) {
                line.append(' ').append(name).append('=').append(request.headers().get(name));
            }
        }
        return line.toString();
    }
}
