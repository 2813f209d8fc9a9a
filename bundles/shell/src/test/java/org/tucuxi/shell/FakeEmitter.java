package org.tucuxi.shell;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tucuxi.event.EmissionObserver;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventSlot;
import org.tucuxi.event.GenericEvent;
import org.tucuxi.event.Registration;
import org.tucuxi.event.Response;

/** An emitter that only tells its observers what the test wants them to see. */
final class FakeEmitter implements Emitter {

    final List<EmissionObserver> observers = new CopyOnWriteArrayList<>();

    void tell(String event, EmissionObserver.Step... steps) {
        var emission = new EmissionObserver.Emission(new GenericEvent(event, Map.of()), List.of(steps), 1_234_567);
        observers.forEach(observer -> observer.emitted(emission));
    }

    @Override
    public Registration observe(EmissionObserver observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
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
    public EventSlot slot(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Emitter copy() {
        throw new UnsupportedOperationException();
    }
}
