package org.tucuxi.endpoints;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.tucuxi.endpoint.Endpoint;

/**
 * The last resolutions of a rule set, found by the values of its parameters. The place of a resolution follows from its
 * hash; each has a neighbour that takes what a newer one displaces. So it is bounded, neither finding nor keeping takes
 * a lock, and a race costs at most an evaluation.
 */
final class KeptResolutions {

    /** The reference keeps 100; a power of two saves a division. */
    static final int CAPACITY = 128;

    private final AtomicReferenceArray<Resolution> places = new AtomicReferenceArray<>(CAPACITY);

    Endpoint find(Object[] values, int hash) {
        int place = place(hash);
        Endpoint found = found(places.get(place), values, hash);
        return found != null ? found : found(places.get(place ^ 1), values, hash);
    }

    /** The array is kept; the caller must not change it any more. */
    void keep(Object[] values, int hash, Endpoint endpoint) {
        int place = place(hash);
        Resolution displaced = places.getAndSet(place, new Resolution(values, hash, endpoint));
        if (displaced != null) {
            places.set(place ^ 1, displaced);
        }
    }

    private static Endpoint found(Resolution resolution, Object[] values, int hash) {
        return resolution != null && resolution.hash == hash && Arrays.equals(resolution.values, values)
                ? resolution.endpoint
                : null;
    }

    private static int place(int hash) {
        return (hash ^ hash >>> 16 ^ hash >>> 7) & CAPACITY - 1;
    }

    private record Resolution(Object[] values, int hash, Endpoint endpoint) {
    }
}
