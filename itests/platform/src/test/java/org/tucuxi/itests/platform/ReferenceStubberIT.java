package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tucuxi.Client;
import org.tucuxi.ClientException;
import org.tucuxi.ParamValidationException;
import org.tucuxi.testing.StubAssertionException;
import org.tucuxi.testing.StubResponseException;
import org.tucuxi.testing.Stubber;
import org.tucuxi.testing.UnStubbedResponseException;

/** The stubber does what botocore's does, step by step: {@code reference-stubber.json} was recorded from it. */
@ExtendWith(PlatformExtension.class)
@Timeout(30)
class ReferenceStubberIT {

    private static final Map<String, Class<? extends Throwable>> ERRORS = Map.of("ValueError", IllegalArgumentException.class,
            "AssertionError", AssertionError.class, "ParamValidationError", ParamValidationException.class, "ClientError",
            ClientException.class, "StubResponseError", StubResponseException.class, "StubAssertionError",
            StubAssertionException.class, "UnStubbedResponseError", UnStubbedResponseException.class);

    record Case(String name, String service, List<List<Object>> steps, List<Map<String, Object>> outcomes) {
        @Override
        public String toString() {
            return name;
        }
    }

    @SuppressWarnings("unchecked")
    static Stream<Case> cases() throws IOException {
        try (InputStream in = ReferenceStubberIT.class.getResourceAsStream("/reference-stubber.json")) {
            Map<String, Object> file = new ObjectMapper().readValue(in, Map.class);
            return ((List<Map<String, Object>>) file.get("cases")).stream().map(one -> new Case((String) one.get("name"),
                    (String) one.get("service"), (List<List<Object>>) one.get("steps"),
                    (List<Map<String, Object>>) one.get("outcomes")));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyStepHasTheReferencesOutcome(Case one, Lab lab) {
        Client client = lab.session().client(one.service);
        Stubber stubber = new Stubber(client);

        for (int i = 0; i < one.steps.size(); i++) {
            Map<String, Object> expected = one.outcomes.get(i);
            Object result = null;
            Throwable failure = null;
            try {
                result = run(client, stubber, one.steps.get(i));
            } catch (RuntimeException | AssertionError e) {
                failure = e;
            }
            if (expected.containsKey("error")) {
                checkFailure(failure, expected);
            } else {
                assertThat(failure).as("step %s", i).isNull();
                assertThat(encoded(result)).as("step %s", i).isEqualTo(expected.get("result"));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void checkFailure(Throwable failure, Map<String, Object> expected) {
        String name = (String) expected.get("error");
        String message = (String) expected.get("message");
        assertThat(failure).isExactlyInstanceOf(ERRORS.get(name));
        switch (name) {
            case "ClientError" -> {
                assertThat(failure).hasMessage(message);
                assertThat(encoded(((ClientException) failure).response())).isEqualTo(expected.get("response"));
                if (!"ClientError".equals(expected.get("class"))) {
                    assertThat(((ClientException) failure).isA((String) expected.get("class"))).isTrue();
                }
            }
            // Values and types are shown in Java's way.
            case "StubAssertionError" -> assertThat(failure.getMessage())
                    .startsWith(message.substring(0, message.indexOf('\n')));
            case "ParamValidationError" -> assertThat(((ParamValidationException) failure).problems())
                    .hasSize(message.split("\n").length - 1);
            default -> assertThat(failure.getMessage()).startsWith(message);
        }
    }

    @SuppressWarnings("unchecked")
    private static Object run(Client client, Stubber stubber, List<Object> step) {
        switch ((String) step.get(0)) {
            case "activate" -> stubber.activate();
            case "deactivate" -> stubber.deactivate();
            case "pending" -> stubber.assertNoPendingResponses();
            case "response" -> stubber.addResponse((String) step.get(1), map(step.get(2)), map(step.get(3)));
            case "error" -> {
                Map<String, Object> more = map(step.get(2));
                stubber.addClientError((String) step.get(1), (String) more.getOrDefault("service_error_code", ""),
                        (String) more.getOrDefault("service_message", ""),
                        (Integer) more.getOrDefault("http_status_code", 400), map(more.get("service_error_meta")),
                        map(more.get("expected_params")), map(more.get("response_meta")), map(more.get("modeled_fields")));
            }
            default -> {
                return client.call((String) step.get(1), map(step.get(2)));
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) decoded(value);
    }

    private static Object decoded(Object value) {
        if (value instanceof List<?> items) {
            return new ArrayList<>(items.stream().map(ReferenceStubberIT::decoded).toList());
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (map.containsKey("$any")) {
            return Stubber.ANY;
        }
        if (map.containsKey("$bytes")) {
            return map.get("$bytes").toString().getBytes(StandardCharsets.UTF_8);
        }
        if (map.containsKey("$time")) {
            return OffsetDateTime.parse(map.get("$time").toString()).toInstant();
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put(key.toString(), decoded(item)));
        return copy;
    }

    private static Object encoded(Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(ReferenceStubberIT::encoded).toList();
        }
        if (value instanceof Instant time) {
            return Map.of("$time", time.toString().replace("Z", "+00:00"));
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put(key.toString(), encoded(item)));
        return copy;
    }
}
