package org.tucuxi.emitter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EmitterFactory;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.Registration;

/**
 * The whiteboard in a framework. Starts by itself: a handler that cannot be bound is reported when it is deployed and
 * not when the first session is made, and emitters that live must not lose their components because nobody uses this
 * service for a moment.
 */
@Component(name = "org.tucuxi.emitter", service = EmitterFactory.class, immediate = true)
public final class EmitterComponent implements EmitterFactory {

    /** Framework property: how long unbinding a handler waits for running emissions, in milliseconds. */
    static final String UNBIND_TIMEOUT = "tucuxi.handler.unbind.timeout";

    private static final Logger LOG = LoggerFactory.getLogger(EmitterComponent.class);
    private static final long DEFAULT_UNBIND_TIMEOUT_MILLIS = 30_000;

    private final Whiteboard whiteboard;

    /**
     * Makes the component.
     *
     * @param context gives the framework property
     */
    @Activate
    public EmitterComponent(BundleContext context) {
        this.whiteboard = new Whiteboard(timeout(context.getProperty(UNBIND_TIMEOUT)));
    }

    /**
     * Makes emitters on a plain class path, where no handler components come: what the tests of other bundles use, so
     * that they meet the real order of handlers and not an imitation of it.
     */
    public EmitterComponent() {
        this.whiteboard = new Whiteboard(DEFAULT_UNBIND_TIMEOUT_MILLIS);
    }

    static long timeout(String property) {
        if (property == null) {
            return DEFAULT_UNBIND_TIMEOUT_MILLIS;
        }
        try {
            long millis = Long.parseLong(property.trim());
            if (millis >= 0) {
                return millis;
            }
        } catch (NumberFormatException e) {
            // Reported below, as a negative number is.
        }
        LOG.warn("The framework property {} is \"{}\"; it must be a number of milliseconds. Taking {}", UNBIND_TIMEOUT,
                property, DEFAULT_UNBIND_TIMEOUT_MILLIS);
        return DEFAULT_UNBIND_TIMEOUT_MILLIS;
    }

    @Deactivate
    void deactivate() {
        whiteboard.close();
    }

    @Reference(service = EventHandler.class, cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY, updated = "updatedHandler",
            unbind = "unbindHandler")
    void bindHandler(EventHandler<?, ?> handler, ServiceReference<?> reference) {
        whiteboard.bind(service(handler, reference));
    }

    void updatedHandler(EventHandler<?, ?> handler, ServiceReference<?> reference) {
        whiteboard.updated(service(handler, reference));
    }

    void unbindHandler(ServiceReference<?> reference) {
        whiteboard.unbind(reference);
    }

    private static HandlerService service(EventHandler<?, ?> handler, ServiceReference<?> reference) {
        Map<String, Object> properties = new HashMap<>();
        for (String key : reference.getPropertyKeys()) {
            properties.put(key, reference.getProperty(key));
        }
        Bundle bundle = reference.getBundle();
        return bundle == null ? new HandlerService(reference, handler, properties, -1, "unknown")
                : new HandlerService(reference, handler, properties, bundle.getBundleId(),
                        bundle.getSymbolicName() + '/' + bundle.getVersion());
    }

    @Override
    public Emitter create(Map<String, Object> sessionProperties) {
        return whiteboard.create(sessionProperties);
    }

    @Override
    public List<HandlerInfo> handlers() {
        return whiteboard.handlers();
    }

    @Override
    public Registration watch(HandlerBindingListener listener) {
        return whiteboard.watch(listener);
    }
}
