package org.tucuxi.itests.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;

/** Notes every event of an emitter, before the other handlers of the shallowest node. */
final class Recorder implements EventHandler<Event<Object>, Object> {

    /** One emission: its name, and the names of its arguments, sorted. */
    record Seen(String name, List<String> arguments) {
    }

    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());

    static Recorder on(Emitter events) {
        Recorder recorder = new Recorder();
        events.registerFirst("*", recorder);
        return recorder;
    }

    @Override
    public Object handle(Event<Object> event) {
        seen.add(new Seen(event.name(), event.arguments().keySet().stream().sorted().toList()));
        return null;
    }

    List<Seen> seen() {
        return seen;
    }

    List<String> names() {
        return seen.stream().map(Seen::name).toList();
    }

    /** The first parts of the names. */
    List<String> kinds() {
        return seen.stream().map(one -> one.name().split("\\.")[0]).toList();
    }
}
