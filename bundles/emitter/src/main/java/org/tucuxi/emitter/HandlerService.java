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
 */
record HandlerService(Object key, EventHandler<?, ?> handler, Map<String, Object> properties, long bundleId,
        String bundle) {
}
