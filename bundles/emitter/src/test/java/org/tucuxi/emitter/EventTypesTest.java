package org.tucuxi.emitter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tucuxi.event.AfterCall;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;

/** Finding out which event class a handler takes. */
final class EventTypesTest {

    private interface AnswerFirst<A, T extends Event<A>> extends EventHandler<T, A> {
    }

    private abstract static class Base<X extends Event<Void>> implements AnswerFirst<Void, X> {
        @Override
        public Void handle(X event) {
            return null;
        }
    }

    private static class Middle<Unused, Y extends Event<Void>> extends Base<Y> {
    }

    private static final class Far extends Middle<String, AfterCall> implements Comparable<Far> {
        @Override
        public int compareTo(Far other) {
            return 0;
        }
    }

    private static final class Open<E extends AfterCall> implements EventHandler<E, Void> {
        @Override
        public Void handle(E event) {
            return null;
        }
    }

    private static final class Any implements EventHandler<Event<Object>, Object> {
        @Override
        public Object handle(Event<Object> event) {
            return null;
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class Raw implements EventHandler {
        @Override
        public Object handle(Event event) {
            return null;
        }
    }

    @Test
    void isFoundThroughTheClassHierarchy() {
        assertThat(EventTypes.taken(Far.class)).isEqualTo(AfterCall.class);
        assertThat(EventTypes.taken(Any.class)).isEqualTo(Event.class);
        assertThat(EventTypes.taken(Fixture.Named.class)).isEqualTo(Event.class);
    }

    @Test
    void anUnsetVariableStandsForItsBound() {
        assertThat(EventTypes.taken(Open.class)).isEqualTo(AfterCall.class);
        assertThat(EventTypes.taken(Base.class)).isEqualTo(Event.class);
    }

    @Test
    void lambdasAndRawTypesDoNotTell() {
        EventHandler<BeforeCall, BeforeCall.Answer> lambda = event -> null;

        assertThat(EventTypes.taken(lambda.getClass())).isNull();
        assertThat(EventTypes.taken(Raw.class)).isNull();
    }
}
