package org.tucuxi.client.waiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.waiter.Waiter;
import org.tucuxi.waiter.WaiterConfigException;
import org.tucuxi.waiter.WaiterException;

class WaiterTest {

    private final List<Duration> pauses = new ArrayList<>();
    private final List<Map<String, Object>> calls = new ArrayList<>();

    private static Map<String, Object> entry(Object... acceptors) {
        return Map.of("operation", "DescribeThing", "delay", 5, "maxAttempts", 3, "acceptors", List.of(acceptors));
    }

    private static Map<String, Object> acceptor(String state, String matcher, Object expected) {
        return Map.of("state", state, "matcher", matcher, "expected", expected, "argument", "State");
    }

    private Waiter waiter(Map<String, Object> entry, String... states) {
        return Waiters.of("things", Map.of("version", 2, "waiters", Map.of("ThingIsReady", entry)))
                .waiter("ThingIsReady", "Things", (operation, params) -> {
                    calls.add(params);
                    return Map.of("State", states[Math.min(calls.size(), states.length) - 1]);
                }, pauses::add);
    }

    @Test
    void pausesBetweenCallsOnly() {
        waiter(entry(acceptor("success", "path", "ready")), "new", "new", "ready").await(Map.of("Name", "n"));

        assertThat(calls).hasSize(3).containsOnly(Map.of("Name", "n"));
        assertThat(pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
    }

    @Test
    void theCallerMaySayHowLong() {
        Waiter waiter = waiter(entry(acceptor("success", "path", "ready")), "new");

        assertThatThrownBy(() -> waiter.await(Map.of(), Duration.ofMillis(7), 4)).isInstanceOf(WaiterException.class)
                .hasMessage("Waiter ThingIsReady failed: Max attempts exceeded");
        assertThat(pauses).hasSize(3).containsOnly(Duration.ofMillis(7));
        assertThatThrownBy(() -> waiter.await(Map.of("WaiterConfig", Map.of("Delay", 0.5, "MaxAttempts", 2))));
        assertThat(pauses).hasSize(4).endsWith(Duration.ofMillis(500));
        assertThat(calls).as("the configuration is no parameter of the operation").containsOnly(Map.of());
    }

    @Test
    void whatTheCallerSaysMustBeOfItsKind() {
        Waiter waiter = waiter(entry(), "new");

        assertThatThrownBy(() -> waiter.await(Map.of("WaiterConfig", Map.of("Delay", "soon"))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Delay").hasMessageContaining("soon");
        assertThatThrownBy(() -> waiter.await(Map.of("WaiterConfig", Map.of("MaxAttempts", "many"))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("MaxAttempts");
        assertThatThrownBy(() -> waiter.await(Map.of("WaiterConfig", 5))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> waiter.await(Map.of(), Duration.ofSeconds(-1), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(calls).isEmpty();
    }

    /** The reference explains the rule that it tried last: here that of "broken". */
    @Test
    void tooManyCallsAreExplainedByTheRuleThatMatchedLast() {
        Waiter waiter = waiter(entry(acceptor("retry", "path", "new"), acceptor("failure", "path", "broken")), "new", "odd");

        assertThatThrownBy(() -> waiter.await(Map.of())).isInstanceOfSatisfying(WaiterException.class, e -> {
            assertThat(e.reason()).isEqualTo(
                    "Max attempts exceeded. Previously accepted state: For expression \"State\" we matched expected path: \"new\"");
            assertThat(e.lastResponse()).isEqualTo(Map.of("State", "odd"));
        });
    }

    @Test
    void anInterruptedPauseEndsTheWait() {
        Waiter waiter = Waiters.of("things", Map.of("version", 2, "waiters", Map.of("ThingIsReady", entry())))
                .waiter("thing_is_ready", "Things", (operation, params) -> Map.of("State", "new"), pause -> {
                    throw new InterruptedException();
                });

        assertThatThrownBy(() -> waiter.await(Map.of())).isInstanceOf(WaiterException.class)
                .hasMessageContaining("interrupted after call 1").hasCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).as("the thread is interrupted still").isTrue();
    }

    @Test
    void otherFailuresOfCallsAreTheCallers() {
        Waiter waiter = Waiters.of("things", Map.of("version", 2, "waiters", Map.of("ThingIsReady", entry())))
                .waiter("thingIsReady", "Things", (operation, params) -> {
                    throw new IllegalStateException("no server");
                }, pauses::add);

        assertThatThrownBy(() -> waiter.await(Map.of())).isInstanceOf(IllegalStateException.class).hasMessage("no server");
    }

    @Test
    void aWaiterHasThreeNamesAndShowsItsModel() {
        Waiters waiters = Waiters.of("things", Map.of("version", 2,
                "waiters", Map.of("ThingIsReady", entry(), "DBThingGone", entry())));

        assertThat(waiters.names()).containsExactly("db_thing_gone", "thing_is_ready");
        for (String name : List.of("thing_is_ready", "ThingIsReady", "thingIsReady")) {
            Waiter waiter = waiters.waiter(name, "Things", (operation, params) -> Map.of(), pauses::add);
            assertThat(waiter.name()).isEqualTo("ThingIsReady");
            assertThat(waiter.operationName()).isEqualTo("DescribeThing");
            assertThat(waiter.delay()).isEqualTo(Duration.ofSeconds(5));
            assertThat(waiter.maxAttempts()).isEqualTo(3);
            assertThat(waiter).hasToString("Things.Waiter.ThingIsReady");
        }
        assertThat(waiters.operation("thing_gone")).isNull();
    }

    @Test
    void onlyVersionTwoOfTheModelIsUnderstood() {
        assertThatThrownBy(() -> Waiters.of("things", Map.of("version", 1, "waiters", Map.of())))
                .isInstanceOf(WaiterConfigException.class).hasMessageContaining(
                        "Unsupported waiter version, supported version must be: 2, but version of waiter config is: 1");
        assertThatThrownBy(() -> Waiters.of("things", Map.of("waiters", Map.of()))).isInstanceOf(WaiterConfigException.class)
                .hasMessageContaining("is: unknown");
        assertThatThrownBy(() -> Waiters.of("things", Map.of("version", 2))).isInstanceOf(WaiterConfigException.class);
        assertThatThrownBy(() -> Waiters.of("things", Map.of("version", 2, "waiters", Map.of("A", Map.of()))))
                .isInstanceOf(WaiterConfigException.class).hasMessageContaining("things, waiters-2, A");
    }

    @Test
    void anUnknownMatcherHurtsWhenItsWaiterStarts() {
        Waiter waiter = waiter(entry(acceptor("success", "pathNone", "x")), "new");

        assertThatThrownBy(() -> waiter.await(Map.of())).isInstanceOf(WaiterConfigException.class)
                .hasMessageContaining("Unknown acceptor: pathNone").hasMessageContaining("things, waiters-2, ThingIsReady");
        assertThat(calls).isEmpty();
    }

    @Test
    void aRuleWithoutWhatItNeedsIsBlamedByPlace() {
        for (String missing : List.of("state", "matcher", "expected", "argument")) {
            Map<String, Object> rule = new LinkedHashMap<>(acceptor("success", "path", "x"));
            rule.remove(missing);
            assertThatThrownBy(() -> waiter(entry(rule), "new").await(Map.of())).isInstanceOf(WaiterConfigException.class)
                    .hasMessageContaining("\"" + missing + '"').hasMessageContaining("ThingIsReady");
        }
        assertThatThrownBy(() -> waiter(entry(Map.of("state", "success", "matcher", "path", "expected", "x", "argument", "a[")),
                "new").await(Map.of())).isInstanceOf(WaiterConfigException.class).hasMessageContaining("a[");
    }
}
