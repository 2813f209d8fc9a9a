package org.tucuxi.itests.benchmarks;

import org.openjdk.jmh.infra.Blackhole;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;

/** Handlers of ten classes that look at the event and do not answer. */
final class Handlers {

    private Handlers() {
    }

    @SuppressWarnings("unchecked")
    static EventHandler<Event<Object>, Object>[] array(int count, Blackhole seen) {
        // Each lambda is a class of its own.
        EventHandler<?, ?>[] all = {
            (EventHandler<Event<Object>, Object>) event -> see(seen, event),
            (EventHandler<Event<Object>, Object>) event -> see(seen, event),
            (EventHandler<Event<Object>, Object>) event -> see(seen, event),
            (EventHandler<Event<Object>, Object>) event -> see(seen, event),
            (EventHandler<Event<Object>, Object>) event -> see(seen, event),
            (EventHandler<Event<Object>, Object>) event -> see(seen, event),
            (EventHandler<Event<Object>, Object>) event -> see(seen, event),
            (EventHandler<Event<Object>, Object>) event -> see(seen, event),
            (EventHandler<Event<Object>, Object>) event -> see(seen, event),
            (EventHandler<Event<Object>, Object>) event -> see(seen, event),
        };
        EventHandler<Event<Object>, Object>[] array = new EventHandler[count];
        System.arraycopy(all, 0, array, 0, count);
        return array;
    }

    private static Object see(Blackhole seen, Event<?> event) {
        seen.consume(event);
        return null;
    }
}
