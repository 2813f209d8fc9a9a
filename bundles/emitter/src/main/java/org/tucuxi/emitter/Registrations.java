package org.tucuxi.emitter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.RegisteredHandler;
import org.tucuxi.event.Section;

/**
 * What code has registered on one emitter: an immutable value, so that a copy of the emitter takes it as it is. That
 * isolates also the counters of unique ids, which copies of the reference's emitter share by accident.
 *
 * @param root the handlers by name
 * @param ids the unique ids that are known
 */
record Registrations(Node<EventHandler<?, ?>> root, Map<String, UniqueId> ids) {

    static final Registrations NONE = new Registrations(Node.empty(), Map.of());

    /**
     * What is known of a unique id.
     *
     * @param handler the handler that was registered with it
     * @param count how many registrations are counted; 0 when they are not counted
     */
    record UniqueId(EventHandler<?, ?> handler, int count) {

        boolean counts() {
            return count > 0;
        }
    }

    /** All of them, by name. */
    List<RegisteredHandler> all() {
        List<RegisteredHandler> result = new ArrayList<>();
        root.visit((name, section, handler) -> result.add(new RegisteredHandler(name, section, idOf(handler), handler)));
        return List.copyOf(result);
    }

    private String idOf(EventHandler<?, ?> handler) {
        for (Map.Entry<String, UniqueId> id : ids.entrySet()) {
            if (id.getValue().handler() == handler) {
                return id.getKey();
            }
        }
        return null;
    }

    /** With one more handler; the same value when the id is known and not counted. */
    Registrations plus(String name, EventHandler<?, ?> handler, String id, boolean counts, Section section) {
        if (id == null) {
            return new Registrations(root.plus(Names.parts(name), section, handler, null), ids);
        }
        UniqueId known = ids.get(id);
        if (known == null) {
            Node<EventHandler<?, ?>> more = root.plus(Names.parts(name), section, handler, null);
            return new Registrations(more, with(id, new UniqueId(handler, counts ? 1 : 0)));
        }
        requireSameCounting(id, known, counts, "register");
        return counts ? new Registrations(root, with(id, new UniqueId(known.handler, known.count + 1))) : this;
    }

    /**
     * Without one handler. With an id it is the id's handler that goes, and only from the node of the given name: under
     * another name the id is forgotten and its handler stays.
     */
    Registrations minus(String name, EventHandler<?, ?> handler, String id, boolean counts) {
        if (id == null) {
            return handler == null ? this : withRoot(root.minus(Names.parts(name), handler));
        }
        UniqueId known = ids.get(id);
        if (known == null) {
            return this;
        }
        requireSameCounting(id, known, counts, "unregister");
        if (known.count > 1) {
            return new Registrations(root, with(id, new UniqueId(known.handler, known.count - 1)));
        }
        return new Registrations(root.minus(Names.parts(name), known.handler), without(id));
    }

    private Registrations withRoot(Node<EventHandler<?, ?>> changed) {
        return changed == root ? this : new Registrations(changed, ids);
    }

    private static void requireSameCounting(String id, UniqueId known, boolean counts, String operation) {
        if (known.counts() != counts) {
            throw new IllegalArgumentException("The unique id '" + id + "' was first registered "
                    + (known.counts() ? "with" : "without") + " counting: " + operation + " it with usesCount="
                    + known.counts() + " too");
        }
    }

    private Map<String, UniqueId> with(String id, UniqueId value) {
        Map<String, UniqueId> changed = new HashMap<>(ids);
        changed.put(id, value);
        return Map.copyOf(changed);
    }

    private Map<String, UniqueId> without(String id) {
        Map<String, UniqueId> changed = new HashMap<>(ids);
        changed.remove(id);
        return Map.copyOf(changed);
    }
}
