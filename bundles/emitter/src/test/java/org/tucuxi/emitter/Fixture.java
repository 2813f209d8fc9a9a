package org.tucuxi.emitter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.GenericEvent;

/**
 * What the tests of this bundle share: events, handlers that write down their calls, handler services without a
 * framework.
 */
final class Fixture {

    private Fixture() {
    }

    static Whiteboard whiteboard() {
        return new Whiteboard(30_000);
    }

    static Emitter emitter() {
        return session(whiteboard(), "test");
    }

    static Emitter session(Whiteboard whiteboard, String name) {
        return whiteboard.create(Map.of(EmitterFactory.SESSION_NAME, name));
    }

    static GenericEvent event(String name) {
        return new GenericEvent(name, Map.of());
    }

    /** The labels of the handlers that an emission of the name calls, in order. */
    static List<String> order(Emitter emitter, String name) {
        CallLog event = new CallLog(name);
        emitter.emit(event);
        return event.calls;
    }

    /** An event whose handlers write down their labels. */
    static final class CallLog extends Event<Object> {

        final List<String> calls = new ArrayList<>();

        CallLog(String name) {
            super(name);
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of();
        }

        @Override
        public Class<?> answerType() {
            return Object.class;
        }
    }

    /**
     * Writes its label into a {@link CallLog}, and gives its answer. A class of its own, so that its event type is
     * known.
     */
    static final class Named implements EventHandler<Event<Object>, Object> {

        final String label;
        final Object answer;

        Named(String label, Object answer) {
            this.label = label;
            this.answer = answer;
        }

        @Override
        public Object handle(Event<Object> event) {
            if (event instanceof CallLog log) {
                log.calls.add(label);
            }
            return answer;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    static Named named(String label) {
        return new Named(label, null);
    }

    static Named answering(String label, Object answer) {
        return new Named(label, answer);
    }

    /** A handler service with properties given as names and values. */
    static HandlerService service(long id, EventHandler<?, ?> handler, Object... properties) {
        Map<String, Object> map = new HashMap<>();
        map.put("service.id", id);
        map.put("component.name", "com.example.Handler" + id);
        for (int i = 0; i < properties.length; i += 2) {
            map.put((String) properties[i], properties[i + 1]);
        }
        return new HandlerService(id, handler, map, 7, "com.example.handlers/1.2.3");
    }
}
