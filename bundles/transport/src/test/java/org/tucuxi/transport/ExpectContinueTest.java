package org.tucuxi.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpRequest;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.http.HttpSession;

/** {@code Expect: 100-continue}: the head first, and the body when the server wants it or says nothing for a second. */
class ExpectContinueTest extends TransportTesting {

    private static HttpBody body(boolean stream) {
        return stream ? HttpBody.of(new ByteArrayInputStream(bytes(100_000))) : HttpBody.streamOf(bytes(100_000));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theBodyFollowsWhenTheServerWantsIt(boolean stream) throws Exception {
        int[] early = new int[1];
        try (RawServer server = RawServer.answering(c -> {
            early[0] += c.in.available();
            c.write("HTTP/1.1 100 Continue\r\n\r\n");
            c.readBody(100_000);
            c.ok("done");
        })) {
            HttpSession session = open(DEFAULTS);
            for (int i = 0; i < 3; i++) {
                HttpResponse response = session.send(put(server.url("/"), body(stream), "Expect", "100-continue",
                        "Content-Length", "100000"));

                assertThat(text(response)).isEqualTo("done");
                assertThat(server.heads.get(i)).contains("Expect: 100-continue\r\n");
            }
            assertThat(early[0]).isZero();
            assertThat(server.connections).as("the connection is used again").hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFinalStatusIsTheResponseAndTheBodyStaysHere(boolean stream) throws Exception {
        int[] bodyBytes = new int[1];
        try (RawServer server = new RawServer(c -> {
            c.readHead();
            c.write("HTTP/1.1 307 Temporary Redirect\r\nContent-Length: 2\r\n\r\nno");
            bodyBytes[0] += c.in.readAllBytes().length;
        })) {
            HttpSession session = open(DEFAULTS);
            for (int i = 1; i <= 2; i++) {
                HttpResponse response = session.send(put(server.url("/"), body(stream), "Expect", "100-continue"));

                assertThat(response.status()).isEqualTo(307);
                assertThat(text(response)).isEqualTo("no");
                int used = i;
                until("the unfinished connection is closed", () -> server.openConnections() == 0
                        && server.connections.get() == used);
            }
            assertThat(bodyBytes[0]).isZero();
        }
    }

    @Test
    void aFinalSuccessIsTheResponseToo() throws Exception {
        try (RawServer server = RawServer.answering(c -> c.ok("have it already"))) {
            HttpResponse response = send(put(server.url("/"), body(true), "Expect", "100-continue"));

            assertThat(text(response)).isEqualTo("have it already");
        }
    }

    @Test
    void aFinalSuccessMayBeAStream() throws Exception {
        int[] bodyBytes = new int[1];
        try (RawServer server = new RawServer(c -> {
            c.readHead();
            c.ok("have it already");
            bodyBytes[0] += c.in.readAllBytes().length;
        })) {
            HttpHeaders headers = new HttpHeaders().put("Expect", "100-continue");
            HttpResponse response = send(new HttpRequest("PUT", server.url("/"), headers, body(true), true));

            assertThat(response.isBuffered()).isFalse();
            assertThat(text(response)).isEqualTo("have it already");
            until("the unfinished connection is closed", () -> server.openConnections() == 0);
            assertThat(bodyBytes[0]).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theBodyIsSentAnywayAfterASecondOfSilence(boolean stream) throws Exception {
        long[] waited = new long[1];
        try (RawServer server = RawServer.answering(c -> {
            long start = System.nanoTime();
            c.readBody(1);
            waited[0] = System.nanoTime() - start;
            c.readBody(99_999);
            c.ok("done");
        })) {
            HttpSession session = open(DEFAULTS);
            HttpResponse response = session.send(put(server.url("/"), body(stream), "Expect", "100-continue"));

            assertThat(text(response)).isEqualTo("done");
            assertThat(Duration.ofNanos(waited[0])).isBetween(Duration.ofMillis(900), Duration.ofMillis(3000));

            session.send(put(server.url("/"), HttpBody.of(bytes(100_000))));
            assertThat(server.connections).as("the connection is used again").hasValue(1);
        }
    }

    @Test
    void aLateContinueDoesNoHarm() throws Exception {
        try (RawServer server = RawServer.answering(c -> {
            c.readBody(100_000);
            c.write("HTTP/1.1 100 Continue\r\n\r\n");
            c.ok("done");
        })) {
            assertThat(text(send(put(server.url("/"), body(true), "Expect", "100-continue")))).isEqualTo("done");
        }
    }
}
