package org.tucuxi.testing;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.tucuxi.Client;
import org.tucuxi.Session;
import org.tucuxi.SessionFactory;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.Section;

/** Registers the handlers of stubbers as services, which the whiteboard binds to their sessions. */
@Component(service = Stubs.class)
public final class StubsComponent implements Stubs {

    private final BundleContext context;
    private final SessionFactory sessions;
    /** What unbinds the stubbers that are active. */
    private final Set<Runnable> active = ConcurrentHashMap.newKeySet();

    /**
     * Made by Declarative Services.
     *
     * @param context registers the handlers
     * @param sessions knows the sessions
     */
    @Activate
    public StubsComponent(BundleContext context, @Reference SessionFactory sessions) {
        this.context = context;
        this.sessions = sessions;
    }

    @Deactivate
    void deactivate() {
        List.copyOf(active).forEach(Runnable::run);
    }

    @Override
    public Stubber open(String session, String service) {
        Client model = session(session).client(service);
        // Never called: it only shows the model, which it does when it is closed, too.
        model.close();
        return new Stubber(model, handlers -> bind(session, handlers)).activate();
    }

    private Session session(String name) {
        return sessions.sessions().stream().filter(session -> session.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no session \"" + name + "\" to stub; there are "
                        + sessions.sessions().stream().map(Session::name).sorted().toList()));
    }

    private Runnable bind(String session, StubHandlers handlers) {
        List<ServiceRegistration<?>> registrations = new ArrayList<>(3);
        registrations.add(register(session, StubHandlers.PARAMETERS, handlers.parameters));
        registrations.add(register(session, StubHandlers.CALL, handlers.call));
        registrations.add(register(session, StubHandlers.ENDPOINT, handlers.endpoint));
        Runnable unbind = new Runnable() {
            @Override
            public void run() {
                if (active.remove(this)) {
                    registrations.forEach(ServiceRegistration::unregister);
                }
            }
        };
        active.add(unbind);
        return unbind;
    }

    private ServiceRegistration<?> register(String session, String pattern, EventHandler<?, ?> handler) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("event.pattern", pattern);
        properties.put("event.order", Section.FIRST.name());
        properties.put("session.target", session);
        properties.put("component.name", "org.tucuxi.testing.Stubber");
        properties.put(Constants.SERVICE_DESCRIPTION, "A test's stubber");
        return context.registerService(EventHandler.class, handler, properties);
    }
}
