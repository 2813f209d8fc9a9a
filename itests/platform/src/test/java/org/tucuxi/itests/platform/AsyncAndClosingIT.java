package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientException;
import org.tucuxi.ClientView;
import org.tucuxi.ClosedException;
import org.tucuxi.ParamValidationException;
import org.tucuxi.Session;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.NeedsRetry;

/** Calls on other threads, cancelling, and closing while calls are in flight. */
@ExtendWith(PlatformExtension.class)
@Timeout(20)
class AsyncAndClosingIT {

    /** Lets calls in and holds them until the test says so. */
    private static final class Gate implements EventHandler<BeforeCall, BeforeCall.Answer> {
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        @Override
        public BeforeCall.Answer handle(BeforeCall event) {
            entered.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        }

        static Gate on(Client client) {
            Gate gate = new Gate();
            client.meta().events().register("before-call", gate);
            return gate;
        }
    }

    @Test
    void theResultAndTheErrorsAreThoseOfCall(Lab lab) throws Exception {
        Client client = lab.client(Wire.ok().then(200, "<R><Text>t</Text></R>").then(400,
                "<Error><Code>C</Code></Error>"));

        assertThat(client.callAsync("Echo", Map.of()).get()).containsEntry("Text", "t");
        assertThatThrownBy(() -> client.callAsync("Echo", Map.of()).get()).isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ClientException.class);
        assertThatThrownBy(() -> client.callAsync("Echo", Map.of("Txt", "x")).join())
                .hasCauseInstanceOf(ParamValidationException.class);
    }

    @Test
    void theCallersMapMayChangeAfterwards(Lab lab) throws Exception {
        Wire wire = Wire.ok();
        Client client = lab.client(wire);
        Gate gate = new Gate();
        EventHandler<org.tucuxi.event.ProvideClientParams, Map<String, Object>> hold = event -> {
            gate.entered.countDown();
            try {
                gate.open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return null;
        };
        client.meta().events().register("provide-client-params", hold);
        Map<String, Object> params = new java.util.HashMap<>(Map.of("Text", "then"));

        CompletableFuture<Map<String, Object>> result = client.callAsync("Echo", params);
        params.put("Text", "now");
        gate.open.countDown();
        result.get();

        assertThat(wire.last().body().bytes()).asString().contains("then").doesNotContain("now");
    }

    @Test
    void cancellingInterruptsTheCallAndFreesItsConnection(Lab lab) throws Exception {
        try (LocalServer server = LocalServer.silent()) {
            Client client = lab.client(server);
            CompletableFuture<Map<String, Object>> result = client.callAsync("Echo", Map.of());
            Platform.await("the request is there", () -> !server.requests().isEmpty());

            assertThat(result.cancel(true)).isTrue();

            assertThatThrownBy(result::get).isInstanceOf(CancellationException.class);
            Platform.await("the connection is given up", () -> server.open() == 0);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void cancellingWhatDependsOnACallFreesItsConnection(Lab lab) throws Exception {
        try (LocalServer server = LocalServer.silent()) {
            Client client = lab.client(server);
            CompletableFuture<Integer> size = client.callAsync("Echo", Map.of()).thenApply(Map::size);
            Platform.await("the request is there", () -> !server.requests().isEmpty());

            assertThat(size.cancel(true)).isTrue();

            Platform.await("the connection is given up", () -> server.open() == 0);
        }
    }

    @Test
    void closingCutsWhatDoesNotEndInTimeAndSaysSo(Lab lab) throws Exception {
        try (LocalServer server = LocalServer.silent()) {
            Client client = lab.client(server, ClientConfig.builder().retries(Map.of("max_attempts", 4)).build());
            Client sibling = lab.client(server);
            CompletableFuture<Map<String, Object>> cut = client.callAsync("Echo", Map.of());
            CompletableFuture<Map<String, Object>> other = sibling.callAsync("Echo", Map.of());
            Platform.await("the requests are there", () -> server.requests().size() == 2);

            // Who is interrupted does not wait.
            Thread.currentThread().interrupt();
            client.close();
            assertThat(Thread.interrupted()).isTrue();

            assertThatThrownBy(cut::get).cause().isInstanceOf(ClosedException.class)
                    .hasMessageStartingWith("The client of lab is closed, and the call that was in flight was cut.");
            Platform.await("its connection is closed", () -> server.open() == 1);
            assertThat(other).as("the call of another client on the same transport").isNotDone();
            other.cancel(true);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void cancellingInterruptsThePauseBeforeARetry(Lab lab) throws Exception {
        Wire wire = Wire.ok().then(500, "");
        Client client = lab.client(wire);
        CountDownLatch asked = new CountDownLatch(1);
        EventHandler<NeedsRetry, Duration> later = event -> {
            asked.countDown();
            return Duration.ofHours(1);
        };
        client.meta().events().register("needs-retry.*.*", later);
        CountDownLatch failed = new CountDownLatch(1);
        EventHandler<org.tucuxi.event.AfterCallError, Void> error = event -> {
            failed.countDown();
            return null;
        };
        client.meta().events().register("after-call-error", error);
        CompletableFuture<Map<String, Object>> result = client.callAsync("Echo", Map.of());
        asked.await();

        result.cancel(true);

        assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void anInterruptedCallEndsAndTheThreadStaysInterrupted(Lab lab) throws IOException {
        try (LocalServer server = LocalServer.silent()) {
            Client client = lab.client(server);
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(RuntimeException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void closingWaitsForCallsInFlight(Lab lab) throws Exception {
        Client client = lab.client(Wire.ok());
        Gate gate = Gate.on(client);
        CompletableFuture<Map<String, Object>> flying = client.callAsync("Echo", Map.of());
        gate.entered.await();

        CompletableFuture<Void> closing = CompletableFuture.runAsync(client::close);
        Platform.await("the client is closed to newcomers", () -> {
            try {
                client.as(ClientView.class);
                return false;
            } catch (ClosedException e) {
                return true;
            }
        });
        assertThat(closing).isNotDone();
        gate.open.countDown();

        assertThat(flying.get()).containsKey("ResponseMetadata");
        closing.get();
    }

    @Test
    void aHandlerMayCloseItsOwnClient(Lab lab) {
        Client client = lab.client(Wire.ok());
        EventHandler<BeforeCall, BeforeCall.Answer> close = event -> {
            client.close();
            return null;
        };
        client.meta().events().register("before-call", close);

        long start = System.nanoTime();
        client.call("Echo");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(ClosedException.class);
    }

    @Test
    void aClosedClientSaysSo(Lab lab) {
        Client client = lab.client(Wire.ok());
        client.close();
        client.close();

        assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(ClosedException.class)
                .hasMessage("The client of lab is closed");
        assertThatThrownBy(() -> client.invoke("echo")).isInstanceOf(ClosedException.class);
        assertThatThrownBy(() -> client.as(ClientView.class)).isInstanceOf(ClosedException.class);
        assertThatThrownBy(() -> client.callAsync("Echo", Map.of()).join()).hasCauseInstanceOf(ClosedException.class);
    }

    @Test
    void aSessionClosesItsClients(Lab lab) {
        Session session = lab.keep(lab.builder().name("short").build());
        Client client = Wire.ok().attach(session.client("lab"));
        session.close();

        assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(ClosedException.class)
                .hasMessage("The session \"short\" is closed");
        assertThatThrownBy(() -> session.client("lab")).isInstanceOf(ClosedException.class);
        assertThat(lab.platform().factory().sessions()).doesNotContain(session);
    }

    @Test
    void oneClosedClientLeavesItsSiblingsConnectionsAlone(Lab lab) throws IOException {
        try (LocalServer server = LocalServer.saying(LocalServer.response("200 OK", "<R/>"))) {
            Client first = lab.client(server);
            Client second = lab.client(server, ClientConfig.EMPTY);
            first.call("Echo");
            first.close();

            assertThat(second.call("Echo")).containsKey("ResponseMetadata");
        }
    }
}
