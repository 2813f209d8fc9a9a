package org.tucuxi.emitter;

import java.util.Map;
import org.tucuxi.event.EventHandler;

/**
 * A handler service as the whiteboard sees it; in a framework it is made from a service reference.
 *
 * @param key identifies the service
 * @param handler the service object
 * @param properties its service properties
 * @param bundleId the bundle that registered it
 * @param bundle symbolic name and version of that bundle
 * @param isOfService whether that bundle brings the model of a service
 */
record HandlerService(Object key, EventHandler<?, ?> handler, Map<String, Object> properties, long bundleId,
        String bundle, boolean isOfService) {

    HandlerService(Object key, EventHandler<?, ?> handler, Map<String, Object> properties, long bundleId, String bundle) {
        this(key, handler, properties, bundleId, bundle, false);
    }

    /** A part of Tucuxi: it says so, or it comes with a service's model. */
    boolean isBuiltIn() {
        return isOfService || Boolean.TRUE.equals(properties.get(EventHandler.BUILT_IN));
    }
}
