package org.tucuxi.services.s3;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.tucuxi.Client;

/**
 * What a handler, of which all clients share one, knows of each of them. A client that nobody uses any more takes its
 * state with it, so a state must not refer to its client. Reading takes no lock.
 *
 * @param <S> the state
 */
final class PerClient<S> {

    private final Map<Object, S> states = new ConcurrentHashMap<>();
    private final ReferenceQueue<Client> gone = new ReferenceQueue<>();

    /** The client's state, or null while it has none. */
    S get(Object client) {
        return states.isEmpty() ? null : states.get(new Probe(client));
    }

    /** The client's state, made when it has none. */
    S get(Client client, Function<Client, S> first) {
        S known = get(client);
        if (known != null) {
            return known;
        }
        forgetTheGone();
        return states.computeIfAbsent(new Key(client, gone), key -> first.apply(client));
    }

    /** How many clients have a state. */
    int size() {
        forgetTheGone();
        return states.size();
    }

    void clear() {
        states.clear();
    }

    private void forgetTheGone() {
        for (Reference<?> key = gone.poll(); key != null; key = gone.poll()) {
            states.remove(key);
        }
    }

    /** What a state is found by. */
    private static final class Key extends WeakReference<Client> {

        private final int hash;

        Key(Client client, ReferenceQueue<Client> gone) {
            super(client, gone);
            this.hash = System.identityHashCode(client);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            // A client that is gone equals nobody: only the very key removes its state.
            Client client = get();
            return this == other || client != null && other instanceof Key key && key.get() == client;
        }
    }

    /** What a state is looked for by, without a reference that the garbage collector would have to follow. */
    private record Probe(Object client) {

        @Override
        public int hashCode() {
            return System.identityHashCode(client);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.get() == client;
        }
    }
}
