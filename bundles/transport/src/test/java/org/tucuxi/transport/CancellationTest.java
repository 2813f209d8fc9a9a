package org.tucuxi.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tucuxi.ClosedException;
import org.tucuxi.http.ConnectionClosedException;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpClientException;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;

/** A caller that is interrupted, and a session that is closed, give up their connections wherever the call is. */
@Timeout(30)
class CancellationTest extends TransportTesting {

    /** Runs a call in a thread of its own, and keeps how it ended. */
    private static final class Caller {
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private final Thread thread;

        Caller(PooledSession session, HttpRequest request) {
            thread = new Thread(() -> {
                try {
                    session.send(request).content();
                } catch (Throwable e) {
                    failure.set(e);
                    assertThat(Thread.currentThread().isInterrupted()).isEqualTo(e.getMessage().contains("Interrupted"));
                }
            });
            thread.start();
        }

        Caller untilItWaits() {
            until("the caller waits", () -> thread.getState() == Thread.State.TIMED_WAITING);
            return this;
        }

        Caller interrupt() {
            thread.interrupt();
            return this;
        }

        Throwable end() throws InterruptedException {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
            return failure.get();
        }
    }

    private PooledSession session(Duration connect, int pool) {
        return (PooledSession) open(settings(connect, LONG, pool));
    }

    private static void leavesNothing(PooledSession session, RawServer server) {
        until("the server sees its sockets closed", () -> server.openConnections() == 0);
        until("the pool is empty", () -> session.connections() == 0);
        assertThat(session.inFlight()).isZero();
    }

    @Test
    void interruptedWhileConnecting() throws Exception {
        List<Socket> fillers = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = (InetSocketAddress) full.getLocalSocketAddress();
            for (int i = 0; i < 3; i++) {
                Socket filler = new Socket();
                fillers.add(filler);
                try {
                    filler.connect(address, 100);
                } catch (IOException e) {
                    break;
                }
            }
            PooledSession session = session(Duration.ofMillis(1500), 1);
            Caller caller = new Caller(session, get("http://127.0.0.1:" + address.getPort() + "/")).untilItWaits();

            assertThat(caller.interrupt().end()).isExactlyInstanceOf(HttpClientException.class)
                    .hasMessageContaining("Interrupted");

            assertThat(session.inFlight()).isZero();
            until("connecting has ended, too, at the latest by its time limit", () -> session.connections() == 0);
        } finally {
            for (Socket filler : fillers) {
                filler.close();
            }
        }
    }

    @Test
    void interruptedWhileWaitingForAConnection() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.in.read())) {
            PooledSession session = session(LONG, 1);
            Caller first = new Caller(session, get(server.url("/first"))).untilItWaits();
            until("the connection is taken", () -> server.heads.size() == 1);
            Caller second = new Caller(session, get(server.url("/second"))).untilItWaits();

            assertThat(second.interrupt().end()).hasMessageContaining("Interrupted");
            assertThat(session.inFlight()).isEqualTo(1);
            assertThat(first.interrupt().end()).hasMessageContaining("Interrupted");

            leavesNothing(session, server);
            assertThat(server.heads).as("what was given up is not sent").hasSize(1);
        }
    }

    @Test
    void interruptedWhileWaitingForTheHead() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.in.read())) {
            PooledSession session = session(LONG, 1);
            Caller caller = new Caller(session, get(server.url("/")));
            until("the request is there", () -> server.heads.size() == 1);

            assertThat(caller.untilItWaits().interrupt().end()).hasMessageContaining("Interrupted");

            leavesNothing(session, server);
        }
    }

    @Test
    void interruptedInTheBodyThatIsReadIntoMemory() throws Exception {
        CountDownLatch half = new CountDownLatch(1);
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            half.countDown();
            c.in.read();
        })) {
            PooledSession session = session(LONG, 1);
            Caller caller = new Caller(session, get(server.url("/")));
            half.await();

            assertThat(caller.untilItWaits().interrupt().end()).hasMessageContaining("Interrupted");

            leavesNothing(session, server);
        }
    }

    @Test
    void interruptedWhileSendingALongBody() throws Exception {
        CountDownLatch stop = new CountDownLatch(1);
        try (RawServer server = RawServer.answering(c -> stop.await())) {
            PooledSession session = session(LONG, 1);
            Caller caller = new Caller(session, put(server.url("/"), HttpBody.of(new byte[64 * 1024 * 1024])));
            until("the request is there", () -> server.heads.size() == 1);

            assertThat(caller.untilItWaits().interrupt().end()).hasMessageContaining("Interrupted");

            until("the pool is empty", () -> session.connections() == 0);
            stop.countDown();
            leavesNothing(session, server);
        }
    }

    @Test
    void aClosedSessionCutsItsCallsAndBodiesAndNoOthers() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst");
            goOn.await();
            c.write("other");
        })) {
            PooledSession closed = session(LONG, 10);
            PooledSession sibling = session(LONG, 10);
            Caller caller = new Caller(closed, get(server.url("/call")));
            InputStream cut = closed.send(stream(server.url("/cut"))).body();
            InputStream whole = sibling.send(stream(server.url("/whole"))).body();
            until("all are there", () -> server.heads.size() == 3);
            cut.readNBytes(5);

            closed.close();

            assertThat(caller.end()).isInstanceOf(ConnectionClosedException.class).hasMessageContaining("session was closed");
            assertThatThrownBy(cut::read).isInstanceOf(IOException.class).hasMessageContaining("session was closed");
            assertThat(closed.inFlight()).isZero();
            goOn.countDown();
            assertThat(whole.readAllBytes()).asString().isEqualTo("firstother");
            until("only the sibling's connection is left", () -> sibling.connections() == 1);
        }
    }

    @Test
    void aRetiredSessionLetsItsBodiesBeReadAndThenCloses() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst");
            goOn.await();
            c.write("other");
        })) {
            PooledSession session = session(LONG, 1);
            InputStream body = session.send(stream(server.url("/"))).body();

            session.retire();

            assertThatThrownBy(() -> session.send(get(server.url("/")))).isInstanceOf(ClosedException.class);
            goOn.countDown();
            assertThat(body.readAllBytes()).asString().isEqualTo("firstother");
            leavesNothing(session, server);
        }
    }

    @Test
    void aPoolThatOpenBodiesHaveUsedUpSaysSo() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst");
            goOn.await();
            c.write("other");
        })) {
            PooledSession session = session(Duration.ofMillis(300), 2);
            HttpResponse one = session.send(stream(server.url("/1")));
            HttpResponse two = session.send(stream(server.url("/2")));

            assertThatThrownBy(() -> session.send(get(server.url("/3?secret"))))
                    .isExactlyInstanceOf(org.tucuxi.http.ConnectTimeoutException.class)
                    .hasMessageStartingWith("Connect timeout on endpoint URL: \"" + server.url("/3") + '"')
                    .hasMessageContaining("2 streaming bodies are open and hold all 2 connections");

            goOn.countDown();
            one.body().readAllBytes();
            two.close();
            assertThat(session.send(get(server.url("/4"))).status()).isEqualTo(200);
        }
    }

    @Test
    void aPoolWhoseBodiesAreBeingReadIsWaitedFor() throws Exception {
        CountDownLatch waited = new CountDownLatch(1);
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst");
            waited.await();
            c.write("other");
        })) {
            PooledSession session = session(Duration.ofMillis(300), 1);
            Caller reader = new Caller(session, stream(server.url("/1")));
            until("the reader has begun", () -> server.heads.size() == 1);
            Caller next = new Caller(session, get(server.url("/2"))).untilItWaits();

            assertThat(new CountDownLatch(1).await(700, java.util.concurrent.TimeUnit.MILLISECONDS)).isFalse();
            assertThat(next.thread.isAlive()).isTrue();
            waited.countDown();

            assertThat(reader.end()).isNull();
            assertThat(next.end()).isNull();
        }
    }
}
