package org.tucuxi.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tucuxi.emitter.Fixture.answering;
import static org.tucuxi.emitter.Fixture.event;
import static org.tucuxi.emitter.Fixture.named;
import static org.tucuxi.emitter.Fixture.order;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventSlot;
import org.tucuxi.event.Response;

/**
 * What an emission gives back. Every fact holds on all three ways through the code: handlers by code in a plain loop,
 * an observed emission, and a sequence with a handler component in it (here one that answers nothing and runs last).
 */
final class EmissionTest {

    private static Emitter emitter(String way) {
        Whiteboard whiteboard = Fixture.whiteboard();
        Emitter emitter = Fixture.session(whiteboard, "test");
        if (way.equals("observed")) {
            emitter.observe(emission -> { });
        } else if (way.equals("component")) {
            whiteboard.bind(Fixture.service(1, named("component"), "event.pattern", "*", "event.order", "LAST"));
        }
        return emitter;
    }

    private static List<String> withComponent(String way, String... labels) {
        List<String> all = new ArrayList<>(List.of(labels));
        if (way.equals("component")) {
            all.add("component");
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "observed", "component"})
    void emitGivesOneResponseForEachHandler(String way) {
        Emitter emitter = emitter(way);
        emitter.register("*", answering("one", "1"));
        emitter.register("*", named("two"));

        List<Response<Object>> responses = emitter.emit(event("a"));

        assertThat(responses.stream().map(response -> response.handler().toString()))
                .isEqualTo(withComponent(way, "one", "two"));
        assertThat(responses.get(0).value()).isEqualTo("1");
        assertThat(responses.get(1).value()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "observed", "component"})
    void untilResponseStopsAtTheFirstAnswer(String way) {
        Emitter emitter = emitter(way);
        emitter.register("*", named("silent"));
        emitter.register("*", answering("one", "1"));
        emitter.register("*", answering("two", "2"));
        Fixture.CallLog event = new Fixture.CallLog("a");

        Response<Object> response = emitter.emitUntilResponse(event);

        assertThat(response.handler()).hasToString("one");
        assertThat(response.value()).isEqualTo("1");
        assertThat(event.calls).containsExactly("silent", "one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "observed", "component"})
    void falseZeroAndEmptyAreAnswers(String way) {
        for (Object answer : List.of(false, 0, "", List.of())) {
            Emitter emitter = emitter(way);
            emitter.register("*", answering("one", answer));
            emitter.register("*", answering("two", "later"));

            assertThat(emitter.emitUntilResponse(event("a")).value()).isEqualTo(answer);
            assertThat(emitter.slot("a").untilAnswer(event("a"))).isEqualTo(answer);
            assertThat(emitter.slot("a").first(event("a"))).isEqualTo(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "observed", "component"})
    void whenNobodyAnswersTheLastHandlerIsNamed(String way) {
        Emitter emitter = emitter(way);
        emitter.register("*", named("one"));
        emitter.register("*", named("two"));

        Response<Object> response = emitter.emitUntilResponse(event("a"));

        assertThat(response.handler()).hasToString(way.equals("component") ? "component" : "two");
        assertThat(response.value()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "observed"})
    void whenNobodyListensThereIsNothing(String way) {
        Emitter emitter = emitter(way);
        EventSlot slot = emitter.slot("a");

        assertThat(emitter.emit(event("a"))).isEmpty();
        assertThat(emitter.emitUntilResponse(event("a"))).isEqualTo(new Response<>(null, null));
        assertThat(slot.<Object>first(event("a"))).isNull();
        assertThat(slot.<Object>untilAnswer(event("a"))).isNull();
        slot.fire(event("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "observed", "component"})
    void firstRunsAllHandlersAndTakesTheFirstAnswer(String way) {
        Emitter emitter = emitter(way);
        emitter.register("*", named("silent"));
        emitter.register("*", answering("one", "1"));
        emitter.register("*", answering("two", "2"));
        Fixture.CallLog event = new Fixture.CallLog("a");

        assertThat(emitter.slot("a").first(event)).isEqualTo("1");
        assertThat(event.calls).isEqualTo(withComponent(way, "silent", "one", "two"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "observed", "component"})
    void untilAnswerRunsNobodyAfterTheAnswer(String way) {
        Emitter emitter = emitter(way);
        emitter.register("*", answering("one", "1"));
        emitter.register("*", answering("two", "2"));
        Fixture.CallLog event = new Fixture.CallLog("a");

        assertThat(emitter.slot("a").untilAnswer(event)).isEqualTo("1");
        assertThat(event.calls).containsExactly("one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "observed", "component"})
    void fireRunsAllHandlers(String way) {
        Emitter emitter = emitter(way);
        emitter.register("*", answering("one", "1"));
        emitter.register("*", named("two"));
        Fixture.CallLog event = new Fixture.CallLog("a");

        emitter.slot("a").fire(event);

        assertThat(event.calls).isEqualTo(withComponent(way, "one", "two"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "observed", "component"})
    void anExceptionEndsTheEmissionAndReachesTheEmitter(String way) {
        Emitter emitter = emitter(way);
        IllegalStateException failure = new IllegalStateException("of the handler");
        emitter.register("*", named("one"));
        emitter.register("*", (Event<Object> event) -> {
            throw failure;
        });
        emitter.register("*", named("never"));
        Fixture.CallLog event = new Fixture.CallLog("a");

        assertThatThrownBy(() -> emitter.emit(event)).isSameAs(failure);
        assertThatThrownBy(() -> emitter.slot("a").fire(event)).isSameAs(failure);
        assertThatThrownBy(() -> emitter.slot("a").first(event)).isSameAs(failure);
        assertThatThrownBy(() -> emitter.slot("a").untilAnswer(event)).isSameAs(failure);
        assertThatThrownBy(() -> emitter.emitUntilResponse(event)).isSameAs(failure);
        assertThat(event.calls).containsOnly("one").hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "observed", "component"})
    void aRegistrationMadeDuringAnEmissionIsFeltByTheNextOne(String way) {
        Emitter emitter = emitter(way);
        Fixture.Named late = named("late");
        emitter.register("*", (Event<Object> event) -> {
            emitter.unregister("*", late);
            emitter.register("*", late);
            return null;
        });

        assertThat(order(emitter, "a")).isEqualTo(withComponent(way));
        assertThat(order(emitter, "a")).isEqualTo(withComponent(way, "late"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "observed", "component"})
    void aSlotFeelsEveryChange(String way) {
        Emitter emitter = emitter(way);
        EventSlot slot = emitter.slot("a");
        assertThat(slot.<Object>first(event("a"))).isNull();

        var registration = emitter.register("*", answering("one", "1"));
        assertThat(slot.isEmpty()).isFalse();
        assertThat(slot.<Object>first(event("a"))).isEqualTo("1");

        registration.close();
        assertThat(slot.<Object>first(event("a"))).isNull();
        assertThat(slot.isEmpty()).isEqualTo(way.equals("plain"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "observed", "component"})
    void theSameNameGivesTheSameSlotAndCopiesHaveTheirOwn(String way) {
        Emitter emitter = emitter(way);

        assertThat(emitter.slot("a")).isSameAs(emitter.slot("a"));
        assertThat(emitter.copy().slot("a")).isNotSameAs(emitter.slot("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "observed", "component"})
    void namesWithoutNumberAreEmittedCorrectlyAlsoWhenTheyAreNoLongerRemembered(String way) {
        Emitter emitter = emitter(way);
        EventSlot slot = emitter.slot("order.7");
        emitter.register("*.*", named("one"));
        for (int i = 0; i < 5000; i++) {
            assertThat(order(emitter, "order." + i)).isEqualTo(withComponent(way, "one"));
        }

        emitter.register("*.7", named("seven"));

        assertThat(order(emitter, "order.7")).isEqualTo(withComponent(way, "one", "seven"));
        Fixture.CallLog event = new Fixture.CallLog("order.7");
        slot.fire(event);
        assertThat(event.calls).isEqualTo(withComponent(way, "one", "seven"));
    }
}
