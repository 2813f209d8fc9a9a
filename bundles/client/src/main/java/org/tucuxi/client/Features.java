package org.tucuxi.client;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The features by which a call was made, which its user agent names: a paginator, a waiter. They hold for all calls of the
 * thread while the work runs, as the reference's context variable does.
 */
public final class Features {

    /** The reference's feature WAITER. */
    public static final String WAITER = "B";
    /** The reference's feature PAGINATOR. */
    public static final String PAGINATOR = "C";

    private static final ThreadLocal<Set<String>> CURRENT = new ThreadLocal<>();

    private Features() {
    }

    /**
     * Runs something whose calls name a feature.
     *
     * @param id the id of the feature
     * @param work makes calls in this thread
     * @param <T> what comes of it
     * @return what the work returned
     */
    public static <T> T during(String id, Supplier<T> work) {
        Set<String> before = CURRENT.get();
        Set<String> now = before == null ? new TreeSet<>() : new TreeSet<>(before);
        now.add(id);
        CURRENT.set(now);
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    static void addTo(Set<String> features) {
        Set<String> current = CURRENT.get();
        if (current != null) {
            features.addAll(current);
        }
    }
}
