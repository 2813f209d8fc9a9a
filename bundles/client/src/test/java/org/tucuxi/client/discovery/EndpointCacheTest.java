package org.tucuxi.client.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.ClientException;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.endpoint.EndpointDiscoveryRefreshFailedException;
import org.tucuxi.http.EndpointConnectionException;
import org.tucuxi.http.ReadTimeoutException;

class EndpointCacheTest {

    private static final Map<String, Object> QUESTION = Map.of("Operation", "Op");

    private final List<Map<String, Object>> asked = new ArrayList<>();
    private final Deque<Object> answers = new ArrayDeque<>();
    private Instant now = Instant.EPOCH;
    private final EndpointCache cache = new EndpointCache(this::discover, new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @SuppressWarnings("unchecked")
    private Map<String, Object> discover(Map<String, Object> question) {
        asked.add(question);
        Object answer = answers.isEmpty() ? new AssertionError("nobody is to ask again") : answers.poll();
        if (answer instanceof RuntimeException failure) {
            throw failure;
        }
        if (answer instanceof Error failure) {
            throw failure;
        }
        return (Map<String, Object>) answer;
    }

    private static Map<String, Object> endpoint(String address, long minutes) {
        return Map.of("Endpoints", List.of(Map.of("Address", address, "CachePeriodInMinutes", minutes)));
    }

    private static RuntimeException unreachable() {
        return new EndpointConnectionException("unreachable");
    }

    private void after(Duration time) {
        now = now.plus(time);
    }

    @Test
    void asksOnceForAsLongAsTheAnswerIsGood() {
        answers.add(endpoint("one", 10));
        assertThat(cache.endpoint(QUESTION, true)).isEqualTo("one");

        after(Duration.ofMinutes(10).minusNanos(1));
        assertThat(cache.endpoint(QUESTION, true)).isEqualTo("one");

        after(Duration.ofNanos(1));
        answers.add(endpoint("two", 10));
        assertThat(cache.endpoint(QUESTION, true)).isEqualTo("two");
        assertThat(asked).containsExactly(QUESTION, QUESTION);
    }

    @Test
    void keepsQuestionsApart() {
        answers.add(endpoint("one", 10));
        answers.add(endpoint("two", 10));

        assertThat(cache.endpoint(QUESTION, true)).isEqualTo("one");
        assertThat(cache.endpoint(Map.of("Operation", "Other"), true)).isEqualTo("two");
        assertThat(cache.endpoint(QUESTION, true)).isEqualTo("one");
    }

    @Test
    void takesTheFirstEndpointThatIsStillGood() {
        answers.add(Map.of("Endpoints", List.of(Map.of("Address", "short", "CachePeriodInMinutes", 1L),
                Map.of("Address", "long", "CachePeriodInMinutes", 5L))));

        assertThat(cache.endpoint(QUESTION, true)).isEqualTo("short");
        after(Duration.ofMinutes(2));
        assertThat(cache.endpoint(QUESTION, true)).isEqualTo("long");
    }

    @Test
    void usesStaleEndpointsWhileTheServiceIsOutOfReachAndLeavesItInPeace() {
        answers.add(endpoint("stale", 1));
        cache.endpoint(QUESTION, true);
        after(Duration.ofMinutes(2));
        answers.add(new ReadTimeoutException("slow"));

        assertThat(cache.endpoint(QUESTION, true)).isEqualTo("stale");
        after(EndpointCache.BACK_OFF.minusNanos(1));
        assertThat(cache.endpoint(QUESTION, true)).isEqualTo("stale");
        assertThat(asked).hasSize(2);

        after(Duration.ofNanos(1));
        answers.add(endpoint("fresh", 1));
        assertThat(cache.endpoint(QUESTION, true)).isEqualTo("fresh");
    }

    @Test
    void fallsBackToTheDefaultWhereDiscoveryIsOptional() {
        answers.add(unreachable());

        assertThat(cache.endpoint(QUESTION, false)).isNull();
        assertThat(cache.endpoint(QUESTION, false)).isNull();
        assertThat(asked).hasSize(1);
    }

    @Test
    void triesOnceMoreWhereDiscoveryIsRequired() {
        answers.add(unreachable());
        assertThatThrownBy(() -> cache.endpoint(QUESTION, true))
                .isInstanceOf(EndpointDiscoveryRefreshFailedException.class)
                .hasMessage("Endpoint Discovery failed to refresh the required endpoints.");
        assertThat(asked).as("it has not failed before").hasSize(1);

        answers.add(endpoint("late", 1));
        assertThat(cache.endpoint(QUESTION, true)).isEqualTo("late");
        after(Duration.ofMinutes(1));
        answers.add(endpoint("later", 1));
        assertThat(cache.endpoint(QUESTION, true)).as("the failure is forgotten").isEqualTo("later");
    }

    @Test
    void tellsWhatTheServiceRefuses() {
        answers.add(new ClientException(Map.of("Error", Map.of("Code", "AccessDenied")), "DescribeEndpoints", null));

        assertThatThrownBy(() -> cache.endpoint(QUESTION, false)).isInstanceOf(ClientException.class);
    }

    @Test
    void forgetsAnEndpointThatIsWrong() {
        answers.add(endpoint("old", 10));
        cache.endpoint(QUESTION, true);
        cache.forget(QUESTION);
        answers.add(endpoint("new", 10));

        assertThat(cache.endpoint(QUESTION, true)).isEqualTo("new");
    }

    @Test
    void remembersABoundedNumberOfQuestions() {
        for (int i = 0; i <= EndpointCache.LIMIT; i++) {
            answers.add(endpoint("e" + i, 10));
            cache.endpoint(Map.of("Operation", "Op" + i), true);
        }
        int before = asked.size();

        assertThat(cache.endpoint(Map.of("Operation", "Op" + EndpointCache.LIMIT), true))
                .isEqualTo("e" + EndpointCache.LIMIT);
        answers.add(endpoint("again", 10));
        assertThat(cache.endpoint(Map.of("Operation", "Op0"), true)).isEqualTo("again");
        assertThat(asked).hasSize(before + 1);
    }

    @Test
    void bearsAnswersThatMakeNoSense() {
        answers.add(Map.of("Endpoints", List.of("text", Map.of("Address", 1), Map.of("Address", "no period"))));
        assertThat(cache.endpoint(QUESTION, true)).isEqualTo("no period");

        answers.add(Map.of());
        assertThat(cache.endpoint(QUESTION, false)).isNull();

        answers.add(endpoint("for ever", Long.MAX_VALUE));
        assertThat(cache.endpoint(QUESTION, false)).isEqualTo("for ever");
        after(Duration.ofDays(365));
        assertThat(cache.endpoint(QUESTION, false)).isEqualTo("for ever");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "AUTO", " auto "})
    @NullSource
    void isOnWhereItIsNeededUnlessConfiguredOtherwise(String setting) {
        assertThat(EndpointDiscovery.Setting.of(setting)).isEqualTo(EndpointDiscovery.Setting.AUTO);
    }

    @Test
    void isSwitchedByTextsAndBooleans() {
        assertThat(EndpointDiscovery.Setting.of(true)).isEqualTo(EndpointDiscovery.Setting.TRUE);
        assertThat(EndpointDiscovery.Setting.of("False")).isEqualTo(EndpointDiscovery.Setting.FALSE);
        assertThatThrownBy(() -> EndpointDiscovery.Setting.of("on")).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("endpoint_discovery_enabled").hasMessageContaining("on");
    }
}
