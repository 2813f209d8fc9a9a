package org.tucuxi.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tucuxi.emitter.Fixture.event;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tucuxi.event.AfterCall;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.GenericEvent;
import org.tucuxi.event.HandlerAnswerException;
import org.tucuxi.event.ProvideClientParams;

/** A handler and an event that do not fit each other, and casts that fail for other reasons. */
final class MisfitTest {

    private final Emitter emitter = Fixture.emitter();

    private static final class TakesAfterCall implements EventHandler<AfterCall, Void> {
        @Override
        public Void handle(AfterCall event) {
            return null;
        }
    }

    /** Its own method is the interface's: there is no bridge, and its body fails. */
    private static final class FailsInside implements EventHandler<Event<Object>, Object> {
        @Override
        public Object handle(Event<Object> event) {
            Object text = "text";
            return (Integer) text;
        }
    }

    private static final class FailsBehindABridge implements EventHandler<GenericEvent, Object> {
        @Override
        public Object handle(GenericEvent event) {
            Object text = "text";
            return (Integer) text;
        }
    }

    @Test
    void aHandlerOfAnotherEventClassIsNamedWithBothClasses() {
        emitter.register("a", new TakesAfterCall());

        assertThatThrownBy(() -> emitter.emit(event("a"))).isInstanceOf(HandlerAnswerException.class)
                .hasMessageContaining(TakesAfterCall.class.getName()).hasMessageContaining(AfterCall.class.getName())
                .hasMessageContaining(GenericEvent.class.getName()).hasMessageContaining("event a ")
                .hasCauseInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> emitter.slot("a").fire(event("a"))).isInstanceOf(HandlerAnswerException.class);
        assertThatThrownBy(() -> emitter.slot("a").first(event("a"))).isInstanceOf(HandlerAnswerException.class);
        assertThatThrownBy(() -> emitter.slot("a").untilAnswer(event("a"))).isInstanceOf(HandlerAnswerException.class);
        assertThatThrownBy(() -> emitter.emitUntilResponse(event("a"))).isInstanceOf(HandlerAnswerException.class);
    }

    @Test
    void soIsALambdaOfAnotherEventClass() {
        emitter.register("a", (EventHandler<AfterCall, Void>) event -> null);

        assertThatThrownBy(() -> emitter.emit(event("a"))).isInstanceOf(HandlerAnswerException.class)
                .hasMessageContaining("lambda in " + MisfitTest.class.getName());
    }

    @Test
    void soIsOneThatIsObserved() {
        emitter.register("a", (EventHandler<AfterCall, Void>) event -> null);
        emitter.observe(emission -> { });

        assertThatThrownBy(() -> emitter.emit(event("a"))).isInstanceOf(HandlerAnswerException.class);
    }

    @Test
    void aCastThatFailsInTheHandlersOwnCodeIsItsOwn() {
        for (EventHandler<?, ?> handler : new EventHandler<?, ?>[] {new FailsInside(), new FailsBehindABridge(),
                (EventHandler<GenericEvent, Object>) event -> new FailsInside().handle(event),
                (EventHandler<GenericEvent, Object>) event -> {
                    Object text = "text";
                    return (Integer) text;
                },
                (EventHandler<GenericEvent, Object>) new FailsBehindABridge()::handle}) {
            Emitter other = Fixture.emitter();
            other.register("a", handler);

            assertThatThrownBy(() -> other.emit(event("a"))).isExactlyInstanceOf(ClassCastException.class);
        }
    }

    @Test
    void aMisfitInANestedEmissionBlamesTheInnerHandler() {
        emitter.register("inner", (EventHandler<AfterCall, Void>) event -> null);
        emitter.register("outer", (GenericEvent event) -> emitter.emit(event("inner")));

        assertThatThrownBy(() -> emitter.emit(event("outer"))).isInstanceOf(HandlerAnswerException.class)
                .hasMessageContaining("event inner ");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void anAnswerOfAnotherTypeIsNamedWithBothTypes() {
        EventHandler raw = event -> 17;
        emitter.register("provide-client-params", raw);
        String name = "provide-client-params.s3.ListBuckets";
        ProvideClientParams event = new ProvideClientParams(name, Map.of(), null, Map.of());

        assertThatThrownBy(() -> emitter.slot(name).first(event)).isInstanceOf(HandlerAnswerException.class)
                .hasMessageContaining("lambda in").hasMessageContaining(name).hasMessageContaining("java.lang.Integer")
                .hasMessageContaining("java.util.Map");
        assertThatThrownBy(() -> emitter.slot(name).untilAnswer(event)).isInstanceOf(HandlerAnswerException.class);
        assertThatThrownBy(() -> emitter.emit(event)).isInstanceOf(HandlerAnswerException.class);
        assertThatThrownBy(() -> emitter.emitUntilResponse(event)).isInstanceOf(HandlerAnswerException.class);
    }

    @Test
    void answersToAnEventThatTakesNoneAreIgnored() {
        emitter.register("*", Fixture.answering("one", "ignored"));
        String name = "after-call.s3.ListBuckets";
        AfterCall event = new AfterCall(name, null, Map.of(), null, Map.of());

        assertThat(emitter.emit(event)).extracting("value").containsExactly((Object) null);
        assertThat(emitter.emitUntilResponse(event).value()).isNull();
        assertThat(emitter.slot(name).first(event)).isNull();
    }
}
