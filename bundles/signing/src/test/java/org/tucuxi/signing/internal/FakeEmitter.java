package org.tucuxi.signing.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EmissionObserver;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventSlot;
import org.tucuxi.event.Registration;
import org.tucuxi.event.Response;

/** An emitter with one listener to everything, or none. */
final class FakeEmitter implements Emitter {

    final List<String> slots = new ArrayList<>();
    Function<Event<?>, Object> listener;

    @Override
    public EventSlot slot(String name) {
        slots.add(name);
        return new Slot(name);
    }

    @Override
    public Registration register(String name, EventHandler<?, ?> handler, String uniqueId, boolean usesCount) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Registration registerFirst(String name, EventHandler<?, ?> handler, String uniqueId, boolean usesCount) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Registration registerLast(String name, EventHandler<?, ?> handler, String uniqueId, boolean usesCount) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unregister(String name, EventHandler<?, ?> handler, String uniqueId, boolean usesCount) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> List<Response<R>> emit(Event<R> event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> Response<R> emitUntilResponse(Event<R> event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Emitter copy() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Registration observe(EmissionObserver observer) {
        throw new UnsupportedOperationException();
    }

    private final class Slot implements EventSlot {
        private final String name;

        Slot(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean isEmpty() {
            return listener == null;
        }

        @Override
        public void fire(Event<?> event) {
            listener.apply(event);
        }

        @Override
        public <R> R first(Event<R> event) {
            throw new UnsupportedOperationException();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <R> R untilAnswer(Event<R> event) {
            return (R) listener.apply(event);
        }
    }
}
