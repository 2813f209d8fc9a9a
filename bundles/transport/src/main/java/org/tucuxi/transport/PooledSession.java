package org.tucuxi.transport;

import java.util.concurrent.atomic.AtomicBoolean;
import org.tucuxi.ClosedException;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.HttpSession;

/** One user's share of a {@link SharedClient}. */
final class PooledSession implements HttpSession {

    private final JettyTransport transport;
    private final SharedClient client;
    private final AtomicBoolean closed = new AtomicBoolean();

    PooledSession(JettyTransport transport, SharedClient client) {
        this.transport = transport;
        this.client = client;
    }

    @Override
    public HttpResponse send(HttpRequest request) {
        if (closed.get()) {
            throw new ClosedException("The HTTP session is closed; open a new one");
        }
        return client.send(request);
    }

    /** How many connections are open, for tests. */
    int connections() {
        return client.connections();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            transport.release(client);
        }
    }
}
