package org.tucuxi.client.waiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tucuxi.ClientException;
import org.tucuxi.client.validation.Json;
import org.tucuxi.waiter.Waiter;
import org.tucuxi.waiter.WaiterConfigException;
import org.tucuxi.waiter.WaiterException;

/** Random rules and answers as the reference waits for them; src/test/python/waiter/waits.py made the fixture. */
class ReferenceWaitsTest {

    @TestFactory
    Stream<DynamicTest> waitsAsTheReferenceWaits() throws IOException {
        List<Map<String, Object>> cases;
        try (InputStream in = ReferenceWaitsTest.class.getResourceAsStream("/waiter/waits.json")) {
            cases = Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(cases).hasSize(200);
        return cases.stream().map(each -> DynamicTest.dynamicTest(each.get("waiter") + " " + each.get("params"),
                () -> check(each)));
    }

    @SuppressWarnings("unchecked")
    private static void check(Map<String, Object> expected) {
        List<Object> calls = new ArrayList<>();
        List<Double> pauses = new ArrayList<>();
        Iterator<Map<String, Object>> answers = ((List<Map<String, Object>>) expected.get("answers")).iterator();
        Waiter waiter = Waiters.of("things", Map.of("version", 2, "waiters", Map.of("ThingReady", expected.get("waiter"))))
                .waiter("thing_ready", "Things", (operation, params) -> {
                    assertThat(operation).isEqualTo("DescribeThing");
                    calls.add(params);
                    Map<String, Object> answer = answers.next();
                    if (answer.get("Error") instanceof Map<?, ?> error && error.containsKey("Code")) {
                        throw new ClientException(answer, operation, null);
                    }
                    return answer;
                }, pause -> pauses.add(pause.toNanos() / 1e9));
        Map<String, Object> params = (Map<String, Object>) expected.get("params");

        if (expected.get("error") == null) {
            waiter.await(params);
        } else if (expected.get("error").equals("WaiterError")) {
            assertThatThrownBy(() -> waiter.await(params)).isInstanceOfSatisfying(WaiterException.class, e -> {
                assertThat(e.name()).isEqualTo("ThingReady");
                assertThat(e.reason()).isEqualTo(expected.get("reason"));
                assertThat(e.lastResponse()).isEqualTo(expected.get("lastResponse"));
            });
        } else {
            assertThatThrownBy(() -> waiter.await(params)).isInstanceOf(expected.get("error").equals("Exhausted")
                    ? java.util.NoSuchElementException.class : WaiterConfigException.class);
        }

        assertThat(calls).isEqualTo(expected.get("calls"));
        assertThat(pauses).isEqualTo(((List<Number>) expected.get("sleeps")).stream().map(Number::doubleValue).toList());
    }
}
