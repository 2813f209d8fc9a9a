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

    /** Framework property: how long a handler may run before it is reported, in seconds; 0 for as long as it likes. */
    static final String SLOW_SECONDS = "tucuxi.handler.slow.seconds";

    private static final Logger LOG = LoggerFactory.getLogger(EmitterComponent.class);
    /** A bundle with this header brings the model of a service; its handlers belong to the service. */
    private static final String MODEL_HEADER = "Tucuxi-Model";
    private static final long DEFAULT_UNBIND_TIMEOUT_MILLIS = 30_000;
    private static final double DEFAULT_SLOW_SECONDS = 5;
    private static final double MAX_SLOW_SECONDS = 1_000_000;

    private final Whiteboard whiteboard;

    /**
     * Makes the component.
     *
     * @param context gives the framework properties
     */
    @Activate
    public EmitterComponent(BundleContext context) {
        this.whiteboard = new Whiteboard(timeout(context.getProperty(UNBIND_TIMEOUT)),
                new SlowHandlers(slowNanos(context.getProperty(SLOW_SECONDS))));
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

    static long slowNanos(String property) {
        double seconds = DEFAULT_SLOW_SECONDS;
        try {
            double given = property == null ? seconds : Double.parseDouble(property.trim());
            if (given >= 0 && given <= MAX_SLOW_SECONDS) {
                return (long) (given * 1e9);
            }
        } catch (NumberFormatException e) {
            // Reported below, as a negative number is.
        }
        LOG.warn("The framework property {} is \"{}\"; it must be a number of seconds. Taking {}", SLOW_SECONDS, property,
                seconds);
        return (long) (seconds * 1e9);
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
                        bundle.getSymbolicName() + '/' + bundle.getVersion(),
                        bundle.getHeaders("").get(MODEL_HEADER) != null);
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
