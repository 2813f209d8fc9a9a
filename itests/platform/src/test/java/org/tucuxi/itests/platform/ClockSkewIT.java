package org.tucuxi.itests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tucuxi.CallOptions;
import org.tucuxi.Client;
import org.tucuxi.ClientException;
import org.tucuxi.http.HttpRequest;

/** A computer whose clock is wrong can call all the same. */
@ExtendWith(PlatformExtension.class)
@Timeout(30)
class ClockSkewIT {

    private static final DateTimeFormatter SIGNED =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static Wire refusing(Wire wire, String code, Duration ahead) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().plus(ahead).atOffset(ZoneOffset.UTC));
        return wire.then(403, "<Error><Code>" + code + "</Code></Error>", Map.of("Date", date));
    }

    private static Instant signedAt(HttpRequest request) {
        return Instant.from(SIGNED.parse(request.headers().get("X-Amz-Date")));
    }

    private static void assertSignedAhead(HttpRequest request, Duration ahead) {
        assertThat(signedAt(request)).isCloseTo(Instant.now().plus(ahead), within(20, ChronoUnit.SECONDS));
    }

    @ParameterizedTest
    @CsvSource({"RequestTimeTooSkewed, PT2H", "RequestExpired, PT5M", "RequestInTheFuture, PT-26H",
        "InvalidSignatureException, PT-5M", "SignatureDoesNotMatch, PT24H", "AuthFailure, PT1H"})
    void aRefusedSignatureIsMadeAgainByTheServicesClock(String code, Duration ahead, Lab lab) {
        Wire wire = refusing(new Wire(), code, ahead);
        Client client = lab.client(wire);

        client.call("Echo");
        client.call("Echo");

        assertThat(wire.requests()).hasSize(3);
        assertSignedAhead(wire.requests().get(0), Duration.ZERO);
        assertSignedAhead(wire.requests().get(1), ahead);
        // What was learnt stays with the client.
        assertSignedAhead(wire.requests().get(2), ahead);
    }

    @ParameterizedTest
    @CsvSource({"SignatureDoesNotMatch, PT3M", "RequestTimeTooSkewed, PT-3M", "AccessDenied, PT2H"})
    void aRefusalThatTheClockDoesNotExplainStays(String code, Duration ahead, Lab lab) {
        Wire wire = refusing(new Wire(), code, ahead);
        Client client = lab.client(wire);

        assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(ClientException.class).hasMessageContaining(code);
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void aCallIsRepeatedOnceOnly(Lab lab) {
        Wire wire = refusing(refusing(new Wire(), "RequestExpired", Duration.ofHours(1)), "RequestExpired",
                Duration.ofHours(3));
        Client client = lab.client(wire);

        assertThatThrownBy(() -> client.call("Echo")).isInstanceOf(ClientException.class);

        assertThat(wire.requests()).hasSize(2);
    }

    @Test
    void theLimitOfAttemptsHoldsAndTheNextCallKnowsTheTime(Lab lab) {
        Wire wire = refusing(new Wire(), "RequestTimeTooSkewed", Duration.ofHours(1));
        Client client = lab.client(wire);

        assertThatThrownBy(() -> client.call("Echo", Map.of(), CallOptions.builder().maxAttempts(1).build()))
                .isInstanceOf(ClientException.class);
        client.call("Echo");

        assertThat(wire.requests()).hasSize(2);
        assertSignedAhead(wire.last(), Duration.ofHours(1));
    }

    @Test
    void aClockThatWasSetRightIsLearntAsWell(Lab lab) {
        Wire wire = refusing(new Wire(), "RequestTimeTooSkewed", Duration.ofHours(1)).then(200, "<R/>");
        refusing(wire, "RequestTimeTooSkewed", Duration.ZERO);
        Client client = lab.client(wire);

        client.call("Echo");
        client.call("Echo");

        assertThat(wire.requests()).hasSize(4);
        assertSignedAhead(wire.last(), Duration.ZERO);
    }

    @Test
    void anotherClientIsNotTold(Lab lab) {
        lab.client(refusing(new Wire(), "RequestTimeTooSkewed", Duration.ofHours(1))).call("Echo");
        Wire wire = Wire.ok();

        lab.client(wire).call("Echo");

        assertSignedAhead(wire.last(), Duration.ZERO);
    }
}
