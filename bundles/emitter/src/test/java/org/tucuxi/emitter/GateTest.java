package org.tucuxi.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tucuxi.emitter.Fixture.named;
import static org.tucuxi.emitter.Fixture.service;

import org.junit.jupiter.api.Test;
import org.tucuxi.event.EmissionObserver;
import org.tucuxi.event.Section;

/** The gate that emissions enter before they call a handler component. */
final class GateTest {

    private static HandlerComponent component(long id) {
        HandlerService service = service(id, named("handler " + id), "event.pattern", "a");
        return new HandlerComponent(service.handler(), HandlerDescription.of(service));
    }

    private static Sequence sequenceOf(HandlerComponent... components) {
        Node<Placement> live = Node.empty();
        for (HandlerComponent component : components) {
            live = live.plus(new String[] {"a"}, Section.MIDDLE, new Placement(component, 0, 0), Placement.ORDER);
        }
        return Sequence.resolve("a", Node.empty(), live, new EmissionObserver[0]);
    }

    @Test
    void aClosedGateLetsNobodyInAndThoseInsideOut() {
        Gate gate = new Gate();
        assertThat(gate.enter()).isTrue();

        gate.close();

        assertThat(gate.enter()).isFalse();
        assertThat(gate.inside()).isEqualTo(1);
        gate.leave();
        assertThat(gate.inside()).isZero();
    }

    @Test
    void aSequenceThatFindsOneGateClosedIsInsideNone() {
        HandlerComponent open = component(1);
        HandlerComponent closed = component(2);
        Sequence stale = sequenceOf(open, closed);
        closed.gate().close();

        assertThat(stale.enter()).isFalse();

        assertThat(open.gate().inside()).isZero();
        assertThat(closed.gate().inside()).isZero();
    }

    @Test
    void aSequenceEntersTheGateOfAComponentOnceHoweverOftenItCallsIt() {
        HandlerComponent component = component(1);
        Sequence sequence = sequenceOf(component, component);

        assertThat(sequence.enter()).isTrue();

        assertThat(sequence.handlers()).hasSize(2);
        assertThat(component.gate().inside()).isEqualTo(1);
        sequence.leave();
        assertThat(component.gate().inside()).isZero();
    }
}
