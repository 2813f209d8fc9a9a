package org.tucuxi.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tucuxi.ClosedException;
import org.tucuxi.http.ConnectionClosedException;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.HttpSession;
import org.tucuxi.http.HttpSettings;

/** Connections, sessions and threads: when they come, when they are shared, when they go. */
class LifecycleTest extends TransportTesting {

    @Test
    void openingASessionStartsNothing() {
        long before = threads();

        open(DEFAULTS).close();
        open(settings(LONG, LONG, 3));

        assertThat(threads()).isLessThanOrEqualTo(before);
    }

    @Test
    void sessionsWithEqualSettingsShareConnections() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.ok("x"))) {
            HttpSession one = open(DEFAULTS);
            HttpSession other = open(settings(LONG, LONG, 10));
            one.send(get(server.url("/")));
            other.send(get(server.url("/")));
            assertThat(server.connections).hasValue(1);

            one.close();
            other.send(get(server.url("/")));
            assertThat(server.connections).as("open while somebody uses it").hasValue(1);
            assertThatThrownBy(() -> one.send(get(server.url("/")))).isInstanceOf(ClosedException.class);

            other.close();
            other.close();
            until("the last session closes the connection", () -> server.openConnections() == 0);
        }
    }

    @Test
    void sessionsWithOtherSettingsDoNotShareConnections() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.ok("x"))) {
            send(DEFAULTS, get(server.url("/")));
            send(settings(LONG, LONG, 3), get(server.url("/")));

            assertThat(server.connections).hasValue(2);
        }
    }

    @Test
    void requestsInTurnUseOneConnection() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.ok("x"))) {
            HttpSession session = open(DEFAULTS);
            for (int i = 0; i < 200; i++) {
                session.send(get(server.url("/")));
            }
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void callersBeyondThePoolWaitForTheirTurn() throws Exception {
        int callers = 40;
        try (RawServer server = RawServer.answering(c -> c.ok("x"))) {
            HttpSession session = open(settings(LONG, LONG, 2));
            ExecutorService pool = Executors.newFixedThreadPool(callers);
            try {
                List<Future<Integer>> calls = new ArrayList<>();
                for (int i = 0; i < callers * 5; i++) {
                    calls.add(pool.submit(() -> session.send(get(server.url("/"))).status()));
                }
                for (Future<Integer> call : calls) {
                    assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo(200);
                }
            } finally {
                pool.shutdownNow();
            }
            assertThat(server.connections.get()).isBetween(1, 2);
        }
    }

    @Test
    void waitingForAConnectionIsNoReadTimeout() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (RawServer server = RawServer.answering(c -> {
            if (c.number == 1 && release.getCount() > 0) {
                c.write("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n");
                release.await();
                c.write("x");
            } else {
                c.ok("y");
            }
        })) {
            HttpSession session = open(settings(LONG, Duration.ofMillis(100), 1));
            HttpResponse held = session.send(stream(server.url("/")));
            AtomicReference<Object> second = new AtomicReference<>();
            Thread waiting = new Thread(() -> {
                try {
                    second.set(session.send(get(server.url("/"))).status());
                } catch (RuntimeException e) {
                    second.set(e);
                }
            });
            waiting.start();
            assertThat(new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(second.get()).isNull();

            release.countDown();
            held.body().readAllBytes();
            waiting.join(5000);

            assertThat(second).hasValue(200);
        }
    }

    @Test
    void aConnectionThatTheServerClosedWhileIdleIsNotUsed() throws Exception {
        try (RawServer server = new RawServer(c -> {
            c.readHead();
            c.ok("x");
        })) {
            HttpSession session = open(DEFAULTS);
            for (int i = 1; i <= 3; i++) {
                assertThat(session.send(get(server.url("/"))).status()).isEqualTo(200);
                int used = i;
                until("the server has closed", () -> server.openConnections() == 0 && server.connections.get() == used);
                until("we have seen it", () -> idleConnections() == 0);
            }
            assertThat(server.connections).hasValue(3);
        }
    }

    private long idleConnections() {
        try (HttpSession same = open(DEFAULTS)) {
            return ((PooledSession) same).connections();
        }
    }

    @Test
    void aServerThatAnnouncesTheEndOfAConnectionIsHeard() throws Exception {
        try (RawServer server = RawServer.answering(c ->
                c.write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx"))) {
            HttpSession session = open(DEFAULTS);
            for (int i = 0; i < 3; i++) {
                assertThat(session.send(get(server.url("/"))).status()).isEqualTo(200);
            }
            assertThat(server.connections).hasValue(3);
        }
    }

    @Test
    void stoppingFailsCallsInFlightAndLeavesNothing() throws Exception {
        long before = threads();
        CountDownLatch four = new CountDownLatch(4);
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nsome");
            four.countDown();
            c.in.read();
        })) {
            InputStream open = send(stream(server.url("/"))).body();
            open.readNBytes(4);
            List<AtomicReference<Throwable>> failures = new ArrayList<>();
            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                AtomicReference<Throwable> failure = new AtomicReference<>();
                failures.add(failure);
                HttpSettings settings = i < 2 ? DEFAULTS : settings(LONG, LONG, 1);
                Thread caller = new Thread(() -> {
                    try {
                        send(settings, put(server.url("/"), HttpBody.of("x")));
                    } catch (Throwable e) {
                        failure.set(e);
                    }
                });
                callers.add(caller);
                caller.start();
            }
            four.await();

            long start = System.nanoTime();
            transport.deactivate();

            for (int i = 0; i < callers.size(); i++) {
                callers.get(i).join(5000);
                assertThat(failures.get(i).get()).isInstanceOf(ConnectionClosedException.class)
                        .hasMessageContaining("stopped");
            }
            assertThatThrownBy(open::read).isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            until("the sockets are gone", () -> server.openConnections() == 0);
            until("the threads are gone", () -> threads() <= before);
        }
    }

    @Test
    void stoppingLetsCallsAndBodiesInFlightEnd() throws Exception {
        CountDownLatch there = new CountDownLatch(2);
        CountDownLatch goOn = new CountDownLatch(1);
        JettyTransport patient = new JettyTransport(LONG);
        try (RawServer server = RawServer.answering(c -> {
            there.countDown();
            if (c.number == 1) {
                c.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst");
                goOn.await();
                c.write("other");
            } else {
                goOn.await();
                c.ok("answer");
            }
        })) {
            HttpSession session = patient.open(DEFAULTS);
            CompletableFuture<String> body = reading(session, stream(server.url("/body")));
            until("the body is being read", () -> server.connections.get() == 1);
            CompletableFuture<String> call = reading(session, get(server.url("/call")));
            there.await();

            CompletableFuture<Void> stopping = CompletableFuture.runAsync(patient::deactivate);
            until("newcomers are refused", () -> refuses(patient));
            assertThat(stopping).isNotDone();
            goOn.countDown();

            assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo("answer");
            assertThat(body.get(10, TimeUnit.SECONDS)).isEqualTo("firstother");
            stopping.get(10, TimeUnit.SECONDS);
            until("the sockets are gone", () -> server.openConnections() == 0);
        } finally {
            patient.deactivate();
        }
    }

    private static CompletableFuture<String> reading(HttpSession session, HttpRequest request) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return text(session.send(request));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static boolean refuses(JettyTransport stopping) {
        try {
            stopping.open(DEFAULTS).close();
            return false;
        } catch (ClosedException e) {
            return true;
        }
    }

    @Test
    void aBodyThatNobodyReadsDoesNotHoldUpStopping() throws Exception {
        JettyTransport patient = new JettyTransport(LONG);
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst");
            c.in.read();
        })) {
            InputStream body = patient.open(DEFAULTS).send(stream(server.url("/"))).body();
            long start = System.nanoTime();

            patient.deactivate();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG.dividedBy(2));
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aStoppedTransportSaysSo() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.ok("x"))) {
            HttpSession used = open(DEFAULTS);
            HttpSession unused = open(settings(LONG, LONG, 7));
            used.send(get(server.url("/")));

            transport.deactivate();
            transport.deactivate();

            assertThatThrownBy(() -> used.send(get(server.url("/")))).isInstanceOf(ClosedException.class)
                    .hasMessageContaining("transport was stopped");
            assertThatThrownBy(() -> unused.send(get(server.url("/")))).isInstanceOf(ClosedException.class)
                    .hasMessageContaining("transport was stopped");
            assertThatThrownBy(() -> open(DEFAULTS)).isInstanceOf(ClosedException.class)
                    .hasMessageContaining("transport was stopped");
            used.close();
            unused.close();
        }
    }

    @Test
    void threadsAreDaemonsAndHaveOurName() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.ok("x"))) {
            List<Thread> before = List.copyOf(Thread.getAllStackTraces().keySet());
            send(get(server.url("/")));

            assertThat(Thread.getAllStackTraces().keySet()).filteredOn(t -> !before.contains(t))
                    .filteredOn(t -> !t.getName().startsWith("raw-server"))
                    .isNotEmpty().allSatisfy(t -> {
                        assertThat(t.isDaemon()).isTrue();
                        assertThat(t.getName()).startsWith("tucuxi-http");
                    }).hasSizeLessThan(8);
        }
    }
}
