package org.tucuxi.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.http.ConnectTimeoutException;
import org.tucuxi.http.ConnectionClosedException;
import org.tucuxi.http.EndpointConnectionException;
import org.tucuxi.http.HttpClientException;
import org.tucuxi.http.HttpSession;
import org.tucuxi.http.ReadTimeoutException;
import org.tucuxi.http.ResponseTooLargeException;
import org.tucuxi.http.SslException;

/** Whatever the network does ends in the contract's exceptions. */
class FailureTest extends TransportTesting {

    @Test
    void aRefusedPortIsAnEndpointConnectionError() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        assertThatThrownBy(() -> send(get("http://127.0.0.1:" + port + "/path?X-Amz-Signature=secret")))
                .isExactlyInstanceOf(EndpointConnectionException.class)
                .hasMessageStartingWith("Could not connect to the endpoint URL: \"http://127.0.0.1:" + port
                        + "/path\" (")
                .hasMessageNotContaining("secret").hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void anUnknownHostIsAnEndpointConnectionError() {
        assertThatThrownBy(() -> send(get("http://no-such-host.invalid/")))
                .isExactlyInstanceOf(EndpointConnectionException.class)
                .hasMessageContaining("http://no-such-host.invalid/");
    }

    @Test
    void aConnectionThatIsNotAcceptedIsAConnectTimeout() throws Exception {
        List<Socket> fillers = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = (InetSocketAddress) full.getLocalSocketAddress();
            // A full backlog: the kernel drops what comes next.
            for (int i = 0; i < 3; i++) {
                Socket filler = new Socket();
                fillers.add(filler);
                try {
                    filler.connect(address, 100);
                } catch (IOException e) {
                    break;
                }
            }
            assertThatThrownBy(() -> send(settings(Duration.ofMillis(200), LONG, 1),
                    get("http://127.0.0.1:" + address.getPort() + "/x?y")))
                    .isExactlyInstanceOf(ConnectTimeoutException.class)
                    .hasMessage("Connect timeout on endpoint URL: \"http://127.0.0.1:" + address.getPort() + "/x\"");
        } finally {
            for (Socket filler : fillers) {
                filler.close();
            }
        }
    }

    @Test
    void aSilentServerIsAReadTimeout() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.in.read())) {
            assertThatThrownBy(() -> send(settings(LONG, Duration.ofMillis(150), 1), get(server.url("/x?y=z"))))
                    .isExactlyInstanceOf(ReadTimeoutException.class)
                    .hasMessage("Read timeout on endpoint URL: \"" + server.url("/x") + '"');
            until("the connection is given up", () -> server.openConnections() == 0);
        }
    }

    @Test
    void aServerThatFallsSilentInTheBodyIsAReadTimeout() throws Exception {
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            c.in.read();
        })) {
            assertThatThrownBy(() -> send(settings(LONG, Duration.ofMillis(150), 1), get(server.url("/"))))
                    .isExactlyInstanceOf(ReadTimeoutException.class);
        }
    }

    @Test
    void aSlowServerIsNoTimeoutWhileItSpeaks() throws Exception {
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n");
            for (int i = 0; i < 8; i++) {
                new java.util.concurrent.CountDownLatch(1).await(60, java.util.concurrent.TimeUnit.MILLISECONDS);
                c.write("x");
            }
        })) {
            assertThat(text(send(settings(LONG, Duration.ofMillis(300), 1),
                    get(server.url("/"))))).isEqualTo("xxxxxxxx");
        }
    }

    @Test
    void headersThatTrickleAreNoTimeoutEither() throws Exception {
        try (RawServer server = RawServer.answering(c -> {
            for (char one : "HTTP/1.1 200 OK\r\nX: y\r\nContent-Length: 0\r\n\r\n".toCharArray()) {
                new java.util.concurrent.CountDownLatch(1).await(15, java.util.concurrent.TimeUnit.MILLISECONDS);
                c.write(String.valueOf(one));
            }
        })) {
            assertThat(send(settings(LONG, Duration.ofMillis(300), 1), get(server.url("/"))).status()).isEqualTo(200);
        }
    }

    @Test
    void aServerThatFallsSilentInTheHeadersIsAReadTimeout() throws Exception {
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\nContent-Len");
            c.in.read();
        })) {
            assertThatThrownBy(() -> send(settings(LONG, Duration.ofMillis(150), 1), get(server.url("/"))))
                    .isExactlyInstanceOf(ReadTimeoutException.class);
            until("the connection is given up", () -> server.openConnections() == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200", "HTTP/1.1 200 OK\r\nContent-Len",
            "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel", "garbage\r\n\r\n", "HTTP/1.1 abc\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "HTTP/1.1 200 OK\r\nBad Name: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: a\0b\r\nContent-Length: 0\r\n\r\n"})
    void aResponseThatIsCutOrNoHttpIsAClosedConnection(String response) throws Exception {
        try (RawServer server = RawServer.answering(c -> {
            c.write(response);
            c.close();
        })) {
            assertThatThrownBy(() -> send(get(server.url("/x?secret"))))
                    .isExactlyInstanceOf(ConnectionClosedException.class)
                    .hasMessageStartingWith("Connection was closed before we received a valid response"
                            + " from endpoint URL: \""
                            + server.url("/x") + "\" (")
                    .hasMessageNotContaining("secret").hasMessageNotContaining("@");
        }
    }

    @Test
    void aResetIsAClosedConnection() throws Exception {
        try (RawServer server = RawServer.answering(RawServer.Connection::reset)) {
            assertThatThrownBy(() -> send(get(server.url("/")))).isExactlyInstanceOf(ConnectionClosedException.class);
        }
    }

    @Test
    void endlessInterimResponsesEnd() throws Exception {
        try (RawServer server = RawServer.answering(c -> {
            while (true) {
                c.write("HTTP/1.1 102 Processing\r\n\r\n");
            }
        })) {
            assertThatThrownBy(() -> send(get(server.url("/")))).isInstanceOf(HttpClientException.class)
                    .hasMessageContaining("one interim response after another");
            until("the connection is closed", () -> server.openConnections() == 0);
        }
    }

    @Test
    void hugeHeadersAreTooLarge() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.write("HTTP/1.1 200 OK\r\nX-Huge: " + "x".repeat(20_000)
                + "\r\nContent-Length: 0\r\n\r\n"))) {
            assertThatThrownBy(() -> send(limits(10_000, 1000), get(server.url("/"))))
                    .isExactlyInstanceOf(ResponseTooLargeException.class);
            assertThat(send(limits(30_000, 1000), get(server.url("/"))).headers().get("X-Huge")).hasSize(20_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 2000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n7d0\r\n", "\r\n"})
    void hugeBodiesAreTooLargeForMemory(String head) throws Exception {
        try (RawServer server = RawServer.answering(c -> {
            c.write("HTTP/1.1 200 OK\r\n" + head + "x".repeat(2000));
            c.in.read();
        })) {
            assertThatThrownBy(() -> send(limits(10_000, 1000), get(server.url("/"))))
                    .isExactlyInstanceOf(ResponseTooLargeException.class).hasMessageContaining("1000 bytes");
        }
    }

    @Test
    void anInterruptedCallerStopsWaiting() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.in.read())) {
            Thread caller = Thread.currentThread();
            Thread interrupter = new Thread(() -> {
                until("the request is there", () -> server.heads.size() == 1
                        && caller.getState() == Thread.State.TIMED_WAITING);
                caller.interrupt();
            });
            interrupter.start();

            assertThatThrownBy(() -> send(get(server.url("/")))).isExactlyInstanceOf(HttpClientException.class)
                    .hasMessageContaining("Interrupted");

            assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
            until("the connection is given up", () -> server.openConnections() == 0);
            interrupter.join();
        }
    }

    @Test
    void anInterruptedThreadSendsNothing() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.ok(""))) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> send(get(server.url("/")))).hasMessageContaining("Interrupted");

            assertThat(Thread.interrupted()).isTrue();
            assertThat(server.connections).hasValue(0);
        }
    }

    @Test
    void plainHttpOnAnHttpsUrlIsAnSslError() throws Exception {
        try (RawServer server = new RawServer(c -> c.write("HTTP/1.1 400 Bad Request\r\n\r\n"));
                HttpSession session = open(DEFAULTS)) {
            assertThatThrownBy(() -> session.send(get(server.url("/x?secret").replace("http:", "https:"))))
                    .isExactlyInstanceOf(SslException.class)
                    .hasMessageStartingWith("SSL validation failed for https://")
                    .hasMessageNotContaining("secret");
        }
    }
}
