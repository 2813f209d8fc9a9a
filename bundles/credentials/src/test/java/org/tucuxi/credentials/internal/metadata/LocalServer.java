package org.tucuxi.credentials.internal.metadata;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A server on loopback that answers by path, keeps what it was asked, and can be silent. */
final class LocalServer implements AutoCloseable {

    /** An answer that never comes. */
    static final Reply SILENCE = new Reply(0, "", Map.of());
    /** No answer, but the end of the connection. */
    static final Reply DROP = new Reply(-2, "", Map.of());
    /** An answer that ends before its announced end. */
    static final Reply BROKEN = new Reply(-1, "", Map.of());

    /** What a test makes of a request. */
    interface Answering {
        Reply answer(Seen request);
    }

    record Reply(int status, String body, Map<String, String> headers) {

        static Reply ok(String body) {
            return of(200, body);
        }

        static Reply of(int status, String body) {
            return new Reply(status, body, Map.of());
        }

        static Reply redirect(String target) {
            return new Reply(302, "", Map.of("Location", target));
        }
    }

    /** A request; the URI is absolute when the server is used as a proxy. */
    record Seen(String method, String uri, Map<String, String> headers) {

        String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }
    }

    static {
        // Else each answer after the first waits 40 ms for the acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "local-server");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Answering> byRequest = new ConcurrentHashMap<>();
    final List<Seen> seen = new CopyOnWriteArrayList<>();

    LocalServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** A URL where nobody listens. */
    static String refusing() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Says what to answer, for example to {@code GET /path}: one reply after the other, the last for ever. */
    LocalServer on(String request, Reply... replies) {
        Deque<Reply> left = new ArrayDeque<>(List.of(replies));
        byRequest.put(request, any -> {
            synchronized (left) {
                return left.size() > 1 ? left.poll() : left.peek();
            }
        });
        return this;
    }

    LocalServer on(String request, Answering answering) {
        byRequest.put(request, answering);
        return this;
    }

    /** The requests as {@code GET /path}. */
    List<String> asked() {
        return seen.stream().map(one -> one.method() + ' ' + one.uri()).toList();
    }

    Seen last() {
        return seen.get(seen.size() - 1);
    }

    private void serve(HttpExchange exchange) throws IOException {
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream().collect(Collectors.toMap(
                one -> one.getKey().toLowerCase(Locale.ROOT), one -> String.join(", ", one.getValue())));
        Seen request = new Seen(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers);
        seen.add(request);
        Answering answering = byRequest.get(request.method() + ' ' + exchange.getRequestURI().getRawPath());
        Reply reply = answering == null ? Reply.of(404, "not here") : answering.answer(request);
        if (reply == SILENCE) {
            awaitClose();
            exchange.close();
            return;
        }
        if (reply == DROP) {
            exchange.close();
            return;
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        if (reply == BROKEN) {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void awaitClose() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
