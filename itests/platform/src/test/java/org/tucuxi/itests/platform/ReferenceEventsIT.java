package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientException;
import org.tucuxi.ParamValidationException;
import org.tucuxi.Session;
import org.tucuxi.credentials.NoCredentialsException;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.BeforeSend;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.NeedsRetry;
import org.tucuxi.http.EndpointConnectionException;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.protocol.ResponseParserException;

/**
 * The events of a call, their order and the names of their arguments are the reference's, in every scenario it
 * was recorded in.
 */
@ExtendWith(PlatformExtension.class)
@Timeout(60)
class ReferenceEventsIT {

    private static final Map<String, Class<?>> FAILURES = Map.of("ClientError", ClientException.class,
            "ParamValidationError", ParamValidationException.class, "NoCredentialsError", NoCredentialsException.class,
            "EndpointConnectionError", EndpointConnectionException.class, "ResponseParserError",
            ResponseParserException.class, "RuntimeError", IllegalStateException.class);
    private static final String BUCKETS = "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>";

    /** One scenario of {@code record_events.py}, under the same name. */
    private record Scenario(String name, String service, String operation, Map<String, Object> params, Wire wire,
            Map<String, Object> options) {
    }

    private static Scenario scenario(String name, Wire wire, String... option) {
        return scenario(name, "lab", "Echo", Map.of(), wire, option);
    }

    private static Scenario scenario(String name, String service, String operation, Map<String, Object> params,
            Wire wire,
            String... option) {
        return new Scenario(name, service, operation, params, wire,
                option.length == 0 ? Map.of() : Map.of(option[0], option[1]));
    }

    private static List<Scenario> scenarios() {
        List<Scenario> all = new ArrayList<>(List.of(
                scenario("success", Wire.ok()),
                scenario("parameters", "lab", "Echo", Map.of("Text", "hello"), Wire.ok()),
                scenario("unsigned operation", "lab", "Open", Map.of(), Wire.ok()),
                scenario("streamed output", "lab", "Fetch", Map.of("Name", "n"), Wire.ok().then(200, "abc")),
                scenario("500 then success", Wire.ok().then(500, "<R/>")),
                scenario("two 503 then success", Wire.ok().then(503, "<R/>").then(503, "<R/>")),
                scenario("no connection, then success", Wire.ok().thenUnreachable()),
                scenario("no connection, no attempt left", Wire.ok().thenUnreachable().thenUnreachable(),
                "max_attempts", "1"),
                scenario("400", Wire.ok().then(400, "<R/>")),
                scenario("500, no attempt left", Wire.ok().then(500, "<R/>").then(500, "<R/>"), "max_attempts", "1"),
                scenario("before-call answers", Wire.ok(), "answer", "before-call"),
                scenario("before-send answers", Wire.ok(), "answer", "before-send"),
                scenario("unknown parameter", "lab", "Echo", Map.of("Txt", "x"), Wire.ok()),
                scenario("no credentials", Wire.ok(), "anonymous", "true"),
                scenario("not XML", Wire.ok().then(200, "<cut")),
                scenario("S3 list", "s3", "ListBuckets", Map.of(), Wire.ok().then(200, BUCKETS)),
                scenario("S3 put", "s3", "PutObject", Map.of("Bucket", "bucket-one", "Key", "k", "Body", "x"),
                        Wire.ok().then(200, "")),
                scenario("standard mode", Wire.ok().then(500, "<R/>"), "mode", "standard")));
        for (String event : List.of("provide-client-params", "before-parameter-build", "before-endpoint-resolution",
                "before-call", "request-created", "choose-signer", "before-sign", "before-send", "before-parse",
                "response-received", "needs-retry", "after-call")) {
            all.add(scenario(event + " throws", Wire.ok(), "throw", event));
        }
        return all;
    }

    @TestFactory
    Stream<DynamicTest> events(Lab lab) throws IOException {
        JsonNode recorded = new ObjectMapper().readTree(
                ReferenceEventsIT.class.getResourceAsStream("/reference-events.json"));
        List<Scenario> scenarios = scenarios();
        assertThat(scenarios.stream().map(Scenario::name))
                .containsExactlyInAnyOrderElementsOf(() -> recorded.fieldNames());
        return scenarios.stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(lab, one,
                recorded.get(one.name()))));
    }

    private static void check(Lab lab, Scenario scenario, JsonNode recorded) {
        Session session = lab.keep((scenario.options().containsKey("anonymous") ? lab.anonymous() : lab.builder())
                .build());
        Client client = session.client(scenario.service(), config(scenario));
        Emitter events = client.meta().events();
        Recorder recorder = Recorder.on(events);
        immediate(events);
        if (!scenario.options().containsKey("answer")) {
            scenario.wire().attach(client);
        }
        apply(scenario.options(), events);

        Throwable failure = catchThrowable(() -> client.call(scenario.operation(), scenario.params()));

        List<Recorder.Seen> expected = new ArrayList<>();
        recorded.get("events").forEach(event -> expected.add(new Recorder.Seen(event.get(0).asText(),
                texts(event.get(1)))));
        assertThat(recorder.seen()).containsExactlyElementsOf(expected);
        if (recorded.get("failure").isNull()) {
            assertThat(failure).isNull();
        } else {
            assertThat(failure).isInstanceOf(FAILURES.get(recorded.get("failure").asText()));
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static ClientConfig config(Scenario scenario) {
        Map<String, Object> options = scenario.options();
        Object attempts = options.get("max_attempts");
        return ClientConfig.builder().retries(attempts != null ? Map.of("max_attempts",
                Integer.parseInt((String) attempts))
                : Map.of("mode", options.getOrDefault("mode", "legacy"))).build();
    }

    /** Retries without waiting: what the retry mode answers is another test's matter. */
    private static void immediate(Emitter events) {
        EventHandler<NeedsRetry, Duration> handler = event ->
                event.attempts() < 3 && event.httpResponse() != null && event.httpResponse().status() == 503
                        ? Duration.ZERO : null;
        events.register("needs-retry.*.*", handler);
    }

    private static void apply(Map<String, Object> options, Emitter events) {
        if (options.get("throw") != null) {
            events.register((String) options.get("throw"), throwing());
        }
        Map<String, Consumer<Emitter>> answers = Map.of(
                "before-call", emitter -> emitter.register("before-call", (EventHandler<BeforeCall, BeforeCall.Answer>)
                        event -> new BeforeCall.Answer(HttpResponse.of(200, new HttpHeaders(), "<R/>"),
                        new java.util.HashMap<>())),
                "before-send", emitter -> emitter.register("before-send", (EventHandler<BeforeSend, HttpResponse>)
                        event -> HttpResponse.of(200, new HttpHeaders(), "<R/>")));
        if (options.get("answer") != null) {
            answers.get(options.get("answer")).accept(events);
        }
    }

    private static EventHandler<Event<Object>, Object> throwing() {
        return event -> {
            throw new IllegalStateException("handler");
        };
    }
}
