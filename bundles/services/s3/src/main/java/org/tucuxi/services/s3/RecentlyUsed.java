package org.tucuxi.services.s3;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Values of keys that come from outside, so there is a limit: the one that was not used for the longest time makes room.
 * Reading takes no lock.
 *
 * @param <V> the value
 */
final class RecentlyUsed<V> {

    private final int limit;
    private final Map<String, Entry<V>> entries = new ConcurrentHashMap<>();

    RecentlyUsed(int limit) {
        this.limit = limit;
    }

    /** The value of a key, or null. */
    V get(String key) {
        Entry<V> entry = entries.get(key);
        return entry == null ? null : entry.used();
    }

    /** The value of a key, made when there is none. */
    V get(String key, Function<String, V> first) {
        V known = get(key);
        if (known != null) {
            return known;
        }
        V made = entries.computeIfAbsent(key, absent -> new Entry<>(first.apply(absent))).used();
        makeRoom(key);
        return made;
    }

    void put(String key, V value) {
        entries.put(key, new Entry<>(value));
        makeRoom(key);
    }

    int size() {
        return entries.size();
    }

    private void makeRoom(String newest) {
        while (entries.size() > limit) {
            String oldest = null;
            long since = Long.MIN_VALUE;
            long now = System.nanoTime();
            for (Map.Entry<String, Entry<V>> entry : entries.entrySet()) {
                long idle = now - entry.getValue().lastUse;
                if (idle > since && !entry.getKey().equals(newest)) {
                    since = idle;
                    oldest = entry.getKey();
                }
            }
            if (oldest == null) {
                return;
            }
            entries.remove(oldest);
        }
    }

    private static final class Entry<V> {

        private final V value;
        private volatile long lastUse = System.nanoTime();

        Entry(V value) {
            this.value = value;
        }

        V used() {
            lastUse = System.nanoTime();
            return value;
        }
    }
}
