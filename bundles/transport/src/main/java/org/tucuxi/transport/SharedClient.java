package org.tucuxi.transport;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.nio.channels.AsynchronousCloseException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tucuxi.ClosedException;
import org.tucuxi.http.HttpClientException;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.HttpSettings;

/** The connections that sessions with equal settings share. Jetty's client starts with the first request. */
final class SharedClient {

    private static final Logger LOG = LoggerFactory.getLogger(SharedClient.class);

    /** How many sessions use it; guarded by the transport. */
    int users;

    private final HttpSettings settings;
    private final Engine engine;
    private final Proxies proxies;
    private final ReferenceQueue<ResponseStream> dropped = new ReferenceQueue<>();
    private final Set<Exchange> active = ConcurrentHashMap.newKeySet();
    private volatile WireClient wire;
    private volatile String stopReason;

    SharedClient(HttpSettings settings, Engine engine) {
        this.settings = settings;
        this.engine = engine;
        this.proxies = new Proxies(settings);
    }

    HttpSettings settings() {
        return settings;
    }

    Proxies proxies() {
        return proxies;
    }

    HttpResponse send(HttpRequest request) {
        Target target = Target.of(request.url());
        if (Thread.currentThread().isInterrupted()) {
            // An interrupted thread that writes to a channel closes it.
            throw new HttpClientException("Interrupted before sending to " + target.display());
        }
        WireClient started = wire();
        ProxyAddress proxy = proxies.choose(target.scheme(), target.host(), target.port());
        if (target.secure() || (proxy != null && proxy.secure())) {
            started.startTls(target.secure(), proxy);
        }
        return new Exchange(this, started, request, target, proxy).run();
    }

    private WireClient wire() {
        WireClient result = wire;
        return result != null && stopReason == null ? result : start();
    }

    private synchronized WireClient start() {
        if (stopReason != null) {
            throw new ClosedException("The HTTP session cannot send: " + stopReason);
        }
        if (wire == null) {
            WireClient client = new WireClient(settings, engine, proxies);
            try {
                client.start();
            } catch (Exception e) {
                throw new HttpClientException("The HTTP client could not be started: " + e, e);
            }
            client.afterStart();
            wire = client;
        }
        return wire;
    }

    int connections() {
        WireClient started = wire;
        return started == null ? 0 : started.connections();
    }

    void began(Exchange exchange) {
        reclaim();
        active.add(exchange);
        String reason = stopReason;
        if (reason != null) {
            exchange.stop(reason);
        }
    }

    /** Keeps an eye on a stream that its user may drop without closing it. */
    Object watch(ResponseStream stream, Exchange exchange) {
        return new Watch(stream, exchange, dropped);
    }

    /** Gives up the connections of streams that were dropped. */
    void reclaim() {
        for (Reference<?> gone = dropped.poll(); gone != null; gone = dropped.poll()) {
            Exchange exchange = ((Watch) gone).exchange;
            if (active.contains(exchange)) {
                LOG.warn("A streaming body was neither closed nor read to its end; its connection is closed now");
                exchange.abort(new AsynchronousCloseException());
            }
        }
    }

    void ended(Exchange exchange) {
        active.remove(exchange);
    }

    void stop(String reason) {
        WireClient client;
        synchronized (this) {
            stopReason = reason;
            client = wire;
        }
        for (Exchange exchange : active) {
            exchange.stop(reason);
        }
        if (client != null) {
            client.stopQuietly();
        }
    }

    private static final class Watch extends PhantomReference<ResponseStream> {
        private final Exchange exchange;

        Watch(ResponseStream stream, Exchange exchange, ReferenceQueue<ResponseStream> dropped) {
            super(stream, dropped);
            this.exchange = exchange;
        }
    }
}
