package org.tucuxi.emitter;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The handler components that are bound to one session: a trie that its emitter and all copies of it share. The
 * emitters hold this object; it holds them only weakly, and the whiteboard holds it only weakly.
 */
final class SessionBindings {

    private final Map<String, Object> properties;
    private final Set<Reference<HierarchicalEmitter>> emitters = ConcurrentHashMap.newKeySet();
    private final ReferenceQueue<HierarchicalEmitter> collected = new ReferenceQueue<>();
    private volatile Node<Placement> live;

    SessionBindings(Map<String, Object> properties, Node<Placement> live) {
        this.properties = properties;
        this.live = live;
    }

    Map<String, Object> properties() {
        return properties;
    }

    Node<Placement> live() {
        return live;
    }

    /** Puts another trie in place; when this returns, every emission that begins takes it. */
    void swap(Node<Placement> changed) {
        live = changed;
        dropSequences();
    }

    void add(HierarchicalEmitter emitter) {
        for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
            emitters.remove(gone);
        }
        emitters.add(new WeakReference<>(emitter, collected));
    }

    void dropSequences() {
        for (Reference<HierarchicalEmitter> reference : emitters) {
            HierarchicalEmitter emitter = reference.get();
            if (emitter != null) {
                emitter.dropSequences();
            }
        }
    }
}
