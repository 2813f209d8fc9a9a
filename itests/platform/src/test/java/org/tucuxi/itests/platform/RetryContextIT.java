package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tucuxi.Client;
import org.tucuxi.ClientConfig;
import org.tucuxi.event.BeforeCall;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.NeedsRetry;
import org.tucuxi.http.HttpRequest;

/** What the attempts of a call say of each other, and what a client shows of its settings. */
@ExtendWith(PlatformExtension.class)
@Timeout(30)
class RetryContextIT {

    private static List<String> announced(Wire wire) {
        return wire.requests().stream().map(HttpRequest::headers).map(headers -> headers.get("amz-sdk-request")).toList();
    }

    private static Client retryingAtOnce(Lab lab, Wire wire) {
        Client client = lab.client(wire);
        EventHandler<NeedsRetry, Duration> again =
                event -> event.httpResponse().status() == 500 ? Duration.ZERO : null;
        client.meta().events().registerFirst("needs-retry.*", again);
        return client;
    }

    @Test
    void theServersClockGivesTheTimeToLiveAndADateThatIsNoneChangesNothing(Lab lab) {
        Wire wire = new Wire().then(500, "<R/>", Map.of("Date", "Tue, 03 Jun 2025 10:00:00 GMT"))
                .then(500, "<R/>", Map.of("Date", "tomorrow")).then(200, "<R/>");

        retryingAtOnce(lab, wire).call("Echo");

        List<String> headers = announced(wire);
        assertThat(headers.get(0)).doesNotContain("ttl");
        // The server's clock and the read timeout of a minute.
        assertThat(headers.get(1)).startsWith("ttl=20250603T100100Z; attempt=2");
        assertThat(headers.get(2)).startsWith("ttl=20250603T100100Z; attempt=3");
    }

    @Test
    void whatAHandlerPutsThereBeforeTheFirstAttemptStays(Lab lab) {
        Wire wire = Wire.ok();
        Client client = lab.client(wire);
        EventHandler<BeforeCall, BeforeCall.Answer> seeds = event -> {
            event.context().put("retries", new LinkedHashMap<>(Map.of("invocation-id", "mine", "max", 9)));
            return null;
        };
        client.meta().events().register("before-call", seeds);

        client.call("Echo");

        assertThat(wire.last().headers().get("amz-sdk-invocation-id")).isEqualTo("mine");
        assertThat(announced(wire)).containsExactly("attempt=1; max=9");
    }

    @Test
    void theFinalConfigurationShowsTheUserAgentAndTheRetries(Lab lab) {
        ClientConfig config = ClientConfig.builder().userAgent("mine").userAgentExtra("extra")
                .retries(Map.of("max_attempts", 2)).build();

        assertThat(lab.session().client("lab").meta().config().userAgent()).startsWith("Tucuxi/");
        ClientConfig shown = lab.session().client("lab", config).meta().config();
        assertThat(shown.userAgent()).isEqualTo("mine extra");
        assertThat(shown.retries()).isEqualTo(Map.of("mode", "legacy", "total_max_attempts", 3));
    }
}
