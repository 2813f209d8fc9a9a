package org.tucuxi.transport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.tucuxi.ClosedException;
import org.tucuxi.http.HttpSession;
import org.tucuxi.http.HttpSettings;
import org.tucuxi.http.HttpTransport;

/** The transport service: one Jetty client for all sessions with equal settings. */
@Component(service = HttpTransport.class)
public final class JettyTransport implements HttpTransport {

    private final Map<HttpSettings, SharedClient> clients = new HashMap<>();
    private final Engine engine = new Engine();
    private final Reclaimer reclaimer = new Reclaimer();
    private boolean stopped;

    /** Makes a transport that has no threads yet. */
    public JettyTransport() {
        // Everything is started by the first request.
        Prelude.begin();
    }

    @Override
    public HttpSession open(HttpSettings settings) {
        synchronized (clients) {
            if (stopped) {
                throw new ClosedException("The HTTP transport was stopped; take the HttpTransport service anew");
            }
            SharedClient client = clients.computeIfAbsent(settings, s -> new SharedClient(s, engine, reclaimer));
            client.users++;
            return new PooledSession(this, client);
        }
    }

    void release(SharedClient client) {
        synchronized (clients) {
            if (--client.users > 0 || stopped) {
                return;
            }
            clients.remove(client.settings());
        }
        client.stop("its session was closed");
    }

    /** Fails the calls in flight, closes all connections and ends all threads. */
    @Deactivate
    public void deactivate() {
        List<SharedClient> all;
        synchronized (clients) {
            stopped = true;
            all = new ArrayList<>(clients.values());
            clients.clear();
        }
        for (SharedClient client : all) {
            client.stop("the HTTP transport was stopped");
        }
        engine.stop();
        reclaimer.stop();
        Prelude.end();
    }
}
