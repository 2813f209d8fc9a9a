package org.tucuxi.retries;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tucuxi.event.EmissionObserver;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventSlot;
import org.tucuxi.event.Registration;
import org.tucuxi.event.Response;

/** Keeps registrations and calls those of exactly one name. */
final class FakeEmitter implements Emitter {

    final List<Entry> entries = new ArrayList<>();

    record Entry(String name, EventHandler<?, ?> handler, String id) {
    }

    @SuppressWarnings("unchecked")
    <R> R fire(String registeredName, Event<R> event) {
        return entries.stream().filter(entry -> entry.name.equals(registeredName))
                .map(entry -> ((EventHandler<Event<R>, R>) entry.handler).handle(event))
                .filter(Objects::nonNull).findFirst().orElse(null);
    }

    @Override
    public Registration register(String name, EventHandler<?, ?> handler, String uniqueId, boolean usesCount) {
        Entry entry = new Entry(name, handler, uniqueId);
        entries.add(entry);
        return () -> entries.remove(entry);
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

    @Override
    public Registration observe(EmissionObserver observer) {
        throw new UnsupportedOperationException();
    }
}
