package org.tucuxi.transport;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.tucuxi.ClosedException;
import org.tucuxi.http.HttpClientException;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.HttpSettings;
import org.tucuxi.http.HttpVersion;

/**
 * The connections that sessions with equal settings share. Jetty's client starts with the first request; the one that
 * speaks HTTP/2, too, with the first request that asks for it.
 */
final class SharedClient {

    /** How many sessions use it; guarded by the transport. */
    int users;

    private final HttpSettings settings;
    private final Engine engine;
    private final Proxies proxies;
    private final Reclaimer reclaimer;
    private final Set<Exchange> active = ConcurrentHashMap.newKeySet();
    private volatile WireClient http1;
    private volatile WireClient http2;
    private volatile String stopReason;

    SharedClient(HttpSettings settings, Engine engine, Reclaimer reclaimer) {
        this.reclaimer = reclaimer;
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

    HttpResponse send(PooledSession session, HttpRequest request) {
        Target target = Target.of(request.url());
        if (Thread.currentThread().isInterrupted()) {
            // An interrupted thread that writes to a channel closes it.
            throw new HttpClientException("Interrupted before sending to " + target.display());
        }
        ProxyAddress proxy = proxies.choose(target.scheme(), target.host(), target.port());
        WireClient started = wire(asksForHttp2(request, target, proxy));
        if (target.secure() || (proxy != null && proxy.secure())) {
            started.startTls(target.secure(), proxy);
        }
        return new Exchange(session, this, started, request, target, proxy).run();
    }

    /** In clear there is no agreeing, and who forwards requests is not asked what it speaks. */
    private boolean asksForHttp2(HttpRequest request, Target target, ProxyAddress proxy) {
        return request.version() == HttpVersion.HTTP_2 && (target.secure() || request.isDuplex())
                && (proxy == null || !proxies.forwards(target.secure()));
    }

    private WireClient wire(boolean multiplexed) {
        WireClient result = multiplexed ? http2 : http1;
        return result != null && stopReason == null ? result : start(multiplexed);
    }

    private synchronized WireClient start(boolean multiplexed) {
        if (stopReason != null) {
            throw new ClosedException("The HTTP session cannot send: " + stopReason);
        }
        WireClient existing = multiplexed ? http2 : http1;
        if (existing != null) {
            return existing;
        }
        WireClient client = multiplexed ? makeHttp2() : WireClient.http1(settings, engine, proxies);
        try {
            client.start();
        } catch (Exception e) {
            throw new HttpClientException("The HTTP client could not be started: " + e, e);
        }
        client.afterStart();
        if (multiplexed) {
            http2 = client;
        } else {
            http1 = client;
        }
        return client;
    }

    private WireClient makeHttp2() {
        try {
            return WireClient.http2(settings, engine, proxies);
        } catch (NoClassDefFoundError e) {
            throw new HttpClientException("HTTP/2 was asked for, but Jetty's bundles for it are not there: install"
                    + " org.eclipse.jetty.http2.common, org.eclipse.jetty.http2.hpack, org.eclipse.jetty.http2.client"
                    + " and org.eclipse.jetty.http2.client.http, and refresh org.tucuxi.transport", e);
        }
    }

    Executor threads() {
        return engine::execute;
    }

    Pieces pieces() {
        return engine.pieces();
    }

    int connections() {
        int count = 0;
        for (WireClient started : wires()) {
            count += started.connections();
        }
        return count;
    }

    private List<WireClient> wires() {
        return Stream.of(http1, http2).filter(Objects::nonNull).toList();
    }

    void began(Exchange exchange) {
        if (active.add(exchange)) {
            exchange.session().began();
        }
        String reason = stopReason;
        if (reason != null) {
            exchange.stop(reason);
        }
    }

    Reclaimer reclaimer() {
        return reclaimer;
    }

    boolean isActive(Exchange exchange) {
        return active.contains(exchange);
    }

    /** How many streaming bodies from one host are open. */
    int openBodies(Target target) {
        int bodies = 0;
        for (Exchange exchange : active) {
            if (exchange.hasBodyFrom(target)) {
                bodies++;
            }
        }
        return bodies;
    }

    /** How far the streaming bodies from one host were read, when they hold all its connections and nobody reads; else -1. */
    long readOfIdleBodies(Target target) {
        long read = 0;
        int bodies = 0;
        for (Exchange exchange : active) {
            if (exchange.hasBodyFrom(target)) {
                bodies++;
                read += exchange.bodyRead();
                if (exchange.isBeingRead()) {
                    return -1;
                }
            }
        }
        return bodies < settings.maxPoolConnections() ? -1 : read;
    }

    void ended(Exchange exchange) {
        if (active.remove(exchange)) {
            exchange.session().ended();
        }
    }

    /** Fails what one session has in flight. */
    void stop(PooledSession session, String reason) {
        for (Exchange exchange : active) {
            if (exchange.session() == session) {
                exchange.stop(reason);
            }
        }
    }

    /** Lets no exchange begin. */
    synchronized void refuse(String reason) {
        stopReason = reason;
    }

    /** Whether anybody has anything in flight. */
    boolean hasExchanges() {
        return !active.isEmpty();
    }

    /** Whether anybody waits for an answer or for more of a body; who has a body and does not read it does not. */
    boolean hasCalls() {
        for (Exchange exchange : active) {
            if (!exchange.hasBody() || exchange.isBeingRead()) {
                return true;
            }
        }
        return false;
    }

    /** How far the streaming bodies that are open were read, all together. */
    long readOfBodies() {
        long read = 0;
        for (Exchange exchange : active) {
            read += exchange.bodyRead();
        }
        return read;
    }

    void stop(String reason) {
        List<WireClient> clients;
        synchronized (this) {
            stopReason = reason;
            clients = wires();
        }
        for (Exchange exchange : active) {
            exchange.stop(reason);
        }
        for (WireClient client : clients) {
            client.stopQuietly();
        }
    }
}
