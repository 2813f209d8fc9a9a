package org.tucuxi.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.tucuxi.ClosedException;
import org.tucuxi.http.HttpSession;
import org.tucuxi.http.HttpSettings;
import org.tucuxi.http.HttpTransport;

/** The transport service: one Jetty client for all sessions with equal settings. */
@Component(service = HttpTransport.class)
public final class JettyTransport implements HttpTransport {

    private static final String STOPPED = "the HTTP transport was stopped";
    /** A body of which nothing was read for this long is not waited for. */
    private static final long LOOK_NANOS = 250_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<HttpSettings, SharedClient> clients = new HashMap<>();
    private final Engine engine = new Engine();
    private final Reclaimer reclaimer = new Reclaimer();
    private final long patienceNanos;
    private boolean stopped;

    /** Makes a transport that has no threads yet. */
    public JettyTransport() {
        this(PATIENCE);
    }

    /** Makes one that gives calls in flight another while when it is stopped. */
    JettyTransport(Duration patience) {
        patienceNanos = patience.toNanos();
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

    /**
     * Lets no call begin, gives those in flight a while to end and bodies as long as they are being read, fails those that are
     * left, closes all connections and ends all threads.
     */
    @Deactivate
    public void deactivate() {
        List<SharedClient> all;
        synchronized (clients) {
            stopped = true;
            all = new ArrayList<>(clients.values());
            clients.clear();
        }
        all.forEach(client -> client.refuse(STOPPED));
        await(all);
        for (SharedClient client : all) {
            client.stop(STOPPED);
        }
        engine.stop();
        reclaimer.stop();
        Prelude.end();
    }

    private void await(List<SharedClient> all) {
        long deadline = System.nanoTime() + patienceNanos;
        long read = -1;
        while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted()) {
            long nextLook = System.nanoTime() + LOOK_NANOS;
            while (all.stream().anyMatch(SharedClient::hasCalls)) {
                if (System.nanoTime() >= deadline || Thread.currentThread().isInterrupted()) {
                    return;
                }
                LockSupport.parkNanos(1_000_000);
            }
            long before = read;
            read = all.stream().mapToLong(SharedClient::readOfBodies).sum();
            if (read == before || all.stream().noneMatch(SharedClient::hasExchanges)) {
                return;
            }
            while (System.nanoTime() < nextLook && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(nextLook - System.nanoTime());
            }
        }
    }
}
