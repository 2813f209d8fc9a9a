package org.tucuxi.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tucuxi.emitter.Fixture.answering;
import static org.tucuxi.emitter.Fixture.event;
import static org.tucuxi.emitter.Fixture.named;
import static org.tucuxi.emitter.Fixture.service;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tucuxi.event.EmissionObserver.Emission;
import org.tucuxi.event.EmissionObserver.Step;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventSlot;
import org.tucuxi.event.Registration;

/** What an observer of emissions is told. */
final class ObserverTest {

    private final Whiteboard whiteboard = Fixture.whiteboard();
    private final Emitter session = Fixture.session(whiteboard, "s");
    private final List<Emission> seen = new ArrayList<>();

    @Test
    void eachHandlerIsAStepWithItsNameAndAnswer() {
        session.observe(seen::add);
        session.register("a", named("code"));
        session.register("a", (Event<Object> event) -> null);
        whiteboard.bind(service(3, answering("component", "answer"), "event.pattern", "a"));
        Event<Object> event = event("a");

        session.slot("a").first(event);

        assertThat(seen).singleElement().satisfies(emission -> {
            assertThat(emission.event()).isSameAs(event);
            assertThat(emission.steps()).extracting(Step::handler).containsExactly(Fixture.Named.class.getName(),
                    "lambda in " + ObserverTest.class.getName(), "com.example.Handler3 (com.example.handlers/1.2.3)");
            assertThat(emission.steps()).extracting(Step::answer).containsExactly(null, null, "answer");
            assertThat(emission.steps()).allMatch(step -> step.failure() == null && step.nanos() >= 0);
            assertThat(emission.nanos()).isGreaterThanOrEqualTo(emission.steps().stream().mapToLong(Step::nanos).sum());
        });
    }

    @Test
    void allFiveWaysToEmitAreSeen() {
        session.observe(seen::add);
        EventSlot slot = session.slot("a");

        slot.fire(event("a"));
        slot.first(event("a"));
        slot.untilAnswer(event("a"));
        session.emit(event("a"));
        session.emitUntilResponse(event("a"));

        assertThat(seen).hasSize(5).allMatch(emission -> emission.steps().isEmpty());
    }

    @Test
    void whileObservedASlotIsNotEmptyAndAfterwardsItIsAgain() {
        EventSlot slot = session.slot("a");
        assertThat(slot.isEmpty()).isTrue();

        Registration observing = session.observe(seen::add);
        assertThat(slot.isEmpty()).isFalse();

        observing.close();
        assertThat(slot.isEmpty()).isTrue();
        slot.fire(event("a"));
        assertThat(seen).isEmpty();
    }

    @Test
    void copiesAreObservedWithTheirSessionButNotTheOtherWayRound() {
        Emitter early = session.copy();
        EventSlot slot = early.slot("a");
        assertThat(slot.isEmpty()).isTrue();
        session.observe(seen::add);

        slot.fire(event("a"));
        session.copy().copy().emit(event("a"));
        assertThat(seen).hasSize(2);

        List<Emission> ofClient = new ArrayList<>();
        early.observe(ofClient::add);
        session.emit(event("a"));
        assertThat(ofClient).isEmpty();
        early.emit(event("a"));
        assertThat(ofClient).hasSize(1);
        assertThat(seen).hasSize(4);
    }

    @Test
    void aFailureIsAStepAndStillReachesTheEmitter() {
        IllegalStateException failure = new IllegalStateException("of the handler");
        session.observe(seen::add);
        session.register("a", named("one"));
        session.register("a", (Event<Object> event) -> {
            throw failure;
        });

        assertThatThrownBy(() -> session.emit(event("a"))).isSameAs(failure);

        assertThat(seen).singleElement().satisfies(emission ->
                assertThat(emission.steps()).extracting(Step::failure).containsExactly(null, failure));
    }

    @Test
    void anObserverThatFailsIsIgnored() {
        session.observe(emission -> {
            throw new IllegalStateException("of the observer");
        });
        session.observe(seen::add);
        session.register("a", answering("one", "answer"));

        assertThat(session.emitUntilResponse(event("a")).value()).isEqualTo("answer");
        assertThat(seen).hasSize(1);
    }
}
