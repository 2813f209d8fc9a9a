package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.tucuxi.CallOptions;
import org.tucuxi.CallTimeoutException;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.ClientException;
import org.tucuxi.InvalidConfigException;
import org.tucuxi.event.AfterCallError;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.NeedsRetry;
import org.tucuxi.http.HttpResponse;
import org.tucuxi.retry.RetryMode;

/** How often and how long a call may try, and retry modes that others bring. */
@ExtendWith(PlatformExtension.class)
@Timeout(30)
class CallLimitsIT {

    private static final Map<String, ?> NOTHING = Map.of();
    private static final String BROKEN = "<Error><Code>Broken</Code><Message>by the test</Message></Error>";

    private static CallOptions within(Duration timeout) {
        return CallOptions.builder().timeout(timeout).build();
    }

    /** A mode that repeats every failed attempt at once. */
    private static ServiceRegistration<RetryMode> deployEager(Lab lab) {
        RetryMode eager = (events, service, attempts) -> {
            EventHandler<NeedsRetry, Duration> again = event -> event.httpResponse().status() >= 500
                    && event.attempts() < limit(event, attempts) ? Duration.ZERO : null;
            return events.register("needs-retry." + service.hyphenizedServiceId(), again);
        };
        return lab.platform().context().registerService(RetryMode.class, eager,
                new Hashtable<>(Map.of(RetryMode.RETRY_MODE, "eager")));
    }

    private static int limit(NeedsRetry event, int ofTheClient) {
        return event.requestDict().context().get(CallOptions.CONTEXT_KEY) instanceof CallOptions options
                ? options.maxAttempts() : ofTheClient == 0 ? 7 : ofTheClient;
    }

    private static Wire failing(int times) {
        Wire wire = new Wire();
        for (int i = 0; i < times; i++) {
            wire.then(500, BROKEN);
        }
        return wire;
    }

    @Test
    void aModeThatAnotherBundleBringsIsUsedByItsName(Lab lab) {
        ServiceRegistration<RetryMode> deployed = deployEager(lab);
        try {
            Wire wire = failing(20);
            Client client = wire.attach(lab.session().client("lab",
                    ClientConfig.builder().retries(Map.of("mode", "eager")).build()));

            assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(ClientException.class);

            assertThat(wire.requests()).hasSize(7);
            assertThat(wire.last().headers().get("User-Agent")).contains("cfg/retry-mode#eager");
        } finally {
            deployed.unregister();
        }
    }

    @Test
    void aModeThatIsNotDeployedIsAnErrorThatListsThoseThatAre(Lab lab) {
        ClientConfig eager = ClientConfig.builder().retries(Map.of("mode", "eager")).build();

        assertThatThrownBy(() -> lab.session().client("lab", eager)).isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("eager").hasMessageContaining("[adaptive, legacy, standard]")
                .hasMessageContaining("retry.mode");
    }

    @Test
    void aCallMayHaveFewerOrMoreAttemptsThanItsClient(Lab lab) {
        ServiceRegistration<RetryMode> deployed = deployEager(lab);
        try {
            Client client = lab.session().client("lab", ClientConfig.builder()
                    .retries(Map.of("mode", "eager", "total_max_attempts", 3)).build());
            Wire wire = failing(20);
            wire.attach(client);

            assertThatThrownBy(() -> client.call("Echo", NOTHING, CallOptions.builder().maxAttempts(1).build()))
                    .isInstanceOf(ClientException.class);
            assertThat(wire.requests()).hasSize(1);

            assertThatThrownBy(() -> client.call("Echo", NOTHING, CallOptions.builder().maxAttempts(5).build()))
                    .isInstanceOf(ClientException.class);
            assertThat(wire.requests()).hasSize(6);
        } finally {
            deployed.unregister();
        }
    }

    @Test
    void allModesOfOurOwnGoByTheLimitOfTheCall(Lab lab) {
        for (String mode : List.of("legacy", "standard", "adaptive")) {
            Wire wire = failing(3);
            Client client = wire.attach(lab.session().client("lab",
                    ClientConfig.builder().retries(Map.of("mode", mode)).build()));

            ClientException error = catchThrowableOfType(ClientException.class,
                    () -> client.call("Echo", NOTHING, CallOptions.builder().maxAttempts(1).build()));

            assertThat(wire.requests()).as(mode).hasSize(1);
            assertThat(error.response()).extracting("ResponseMetadata").asString().contains("MaxAttemptsReached=true");
        }
    }

    @Test
    void theDeadlineEndsAnAttemptThatRunsAndFreesItsConnection(Lab lab) throws Exception {
        try (LocalServer server = LocalServer.silent()) {
            Client client = lab.client(server);
            List<Throwable> seen = new ArrayList<>();
            List<Boolean> interrupted = new ArrayList<>();
            EventHandler<AfterCallError, Void> listener = event -> {
                seen.add(event.exception());
                interrupted.add(Thread.currentThread().isInterrupted());
                return null;
            };
            client.meta().events().register("after-call-error", listener);

            CallTimeoutException error = catchThrowableOfType(CallTimeoutException.class,
                    () -> client.call("Echo", NOTHING, within(Duration.ofMillis(300))));

            assertThat(error).hasMessageContaining("Echo of test-lab did not end within PT0.3S")
                    .hasMessageContaining("attempt 1 was under way");
            assertThat(error.operationName()).isEqualTo("Echo");
            assertThat(error.attempts()).isEqualTo(1);
            assertThat(seen).containsExactly(error);
            assertThat(interrupted).containsExactly(false);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            Platform.await("the connection is given up", () -> server.open() == 0);
        }
    }

    @Test
    void aPauseThatWouldNotEndInTimeIsNotBegun(Lab lab) {
        Wire wire = failing(2);
        Client client = lab.session().client("lab",
                ClientConfig.builder().callTimeout(Duration.ofSeconds(20)).build());
        wire.attach(client);
        EventHandler<NeedsRetry, Duration> inAnHour = event -> Duration.ofHours(1);
        client.meta().events().registerFirst("needs-retry.*", inAnHour);

        CallTimeoutException error = catchThrowableOfType(CallTimeoutException.class, () -> client.call("Echo"));

        assertThat(error).hasMessageContaining("after a pause of PT1H").hasMessageContaining("Broken")
                .hasCauseInstanceOf(ClientException.class);
        assertThat(error.attempts()).isEqualTo(1);
        assertThat(client.meta().config().callTimeout()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void theDeadlineCountsBeforeTheFirstAttemptToo(Lab lab) throws Exception {
        Wire wire = Wire.ok();
        Client client = lab.client(wire);
        EventHandler<BeforeCall, BeforeCall.Answer> slow = event -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            return null;
        };
        client.meta().events().register("before-call", slow);

        assertThatThrownBy(() -> client.callAsync("Echo", NOTHING, within(Duration.ofMillis(50))).get())
                .cause().isInstanceOf(CallTimeoutException.class).hasMessageContaining("it was not sent");
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void aCallThatEndsInTimeIsAsAnyOther(Lab lab) {
        Client client = lab.client(Wire.ok().then(200, "<R><Text>t</Text></R>").then(404, BROKEN));

        assertThat(client.call("Echo", NOTHING, within(Duration.ofMinutes(1)))).containsEntry("Text", "t");
        assertThatThrownBy(() -> client.call("Echo", NOTHING, within(Duration.ofMinutes(1))))
                .isInstanceOf(ClientException.class);
    }

    @Test
    void interruptingACallEndsItWithoutAnotherAttempt(Lab lab) throws Exception {
        try (LocalServer server = LocalServer.silent()) {
            Client client = lab.client(server);
            EventHandler<NeedsRetry, Duration> atOnce = event -> Duration.ZERO;
            client.meta().events().registerFirst("needs-retry.*", atOnce);
            Thread caller = Thread.currentThread();
            Thread other = new Thread(() -> {
                Platform.await("the request is there", () -> !server.requests().isEmpty());
                caller.interrupt();
            });
            other.start();

            assertThatThrownBy(() -> client.call("Echo")).hasMessageContaining("Interrupted");

            assertThat(Thread.interrupted()).isTrue();
            other.join();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void optionsAreForOperations(Lab lab) {
        Client client = lab.client(Wire.ok());

        assertThatThrownBy(() -> client.call("Ecko", NOTHING, within(Duration.ofSeconds(1))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Ecko is no operation");
    }

    @Test
    void aHandlersAnswerInThePlaceOfTheServerNeedsNoTime(Lab lab) {
        Client client = lab.session().client("lab");
        EventHandler<BeforeCall, BeforeCall.Answer> answer = event -> new BeforeCall.Answer(
                HttpResponse.of(200, new org.tucuxi.http.HttpHeaders(), ""), Map.of("Text", "mine"));
        client.meta().events().register("before-call", answer);

        assertThat(client.call("Echo", NOTHING, within(Duration.ofNanos(1_000_000_000)))).containsEntry("Text", "mine");
    }
}
