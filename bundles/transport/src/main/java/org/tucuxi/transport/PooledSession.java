package org.tucuxi.transport;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.tucuxi.ClosedException;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.HttpSession;

/** One user's share of a {@link SharedClient}. */
final class PooledSession implements HttpSession {

    private final JettyTransport transport;
    private final SharedClient client;
    private final AtomicBoolean closed = new AtomicBoolean();
    /** How many exchanges have not ended, those whose bodies are being read included. */
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile boolean retired;

    PooledSession(JettyTransport transport, SharedClient client) {
        this.transport = transport;
        this.client = client;
    }

    @Override
    public HttpResponse send(HttpRequest request) {
        if (retired || closed.get()) {
            throw new ClosedException("The HTTP session is closed; open a new one");
        }
        return client.send(this, request);
    }

    void began() {
        inFlight.incrementAndGet();
    }

    void ended() {
        if (inFlight.decrementAndGet() == 0 && retired) {
            close();
        }
    }

    /** How many exchanges have not ended, for tests. */
    int inFlight() {
        return inFlight.get();
    }

    /** How many connections are open, for tests. */
    int connections() {
        return client.connections();
    }

    @Override
    public void retire() {
        retired = true;
        if (inFlight.get() == 0) {
            close();
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            client.stop(this, "its session was closed");
            transport.release(client);
        }
    }
}
