package org.tucuxi.itests.containers;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * Counters that deployed bundles write and tests read. The service is a class of the JDK, so that bundles share no
 * class with the test, and nothing of a bundle stays on it.
 */
final class Board implements AutoCloseable {

    /** The service property by which deployed components find their board. */
    static final String PROPERTY = "tucuxi.itest.board";

    private final ConcurrentMap<String, LongAdder> counters = new ConcurrentHashMap<>();
    private final ServiceRegistration<?> registration;

    Board(BundleContext context) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(PROPERTY, true);
        registration = context.registerService(ConcurrentMap.class, counters, properties);
    }

    long count(String name) {
        LongAdder counter = counters.get(name);
        return counter == null ? 0 : counter.sum();
    }

    @Override
    public void close() {
        registration.unregister();
    }
}
