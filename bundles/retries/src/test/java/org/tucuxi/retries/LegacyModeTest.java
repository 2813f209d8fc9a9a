package org.tucuxi.retries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tucuxi.CallOptions;
import org.tucuxi.TucuxiException;
import org.tucuxi.event.Emitter;
import org.tucuxi.http.ChecksumException;
import org.tucuxi.http.ConnectTimeoutException;
import org.tucuxi.http.ConnectionClosedException;
import org.tucuxi.http.EndpointConnectionException;
import org.tucuxi.http.HttpClientException;
import org.tucuxi.http.ProxyConnectionException;
import org.tucuxi.http.ReadTimeoutException;
import org.tucuxi.http.ResponseTooLargeException;
import org.tucuxi.http.SslException;

class LegacyModeTest {

    @ParameterizedTest
    @CsvSource({"sqs, 500, X", "sqs, 502, X", "sqs, 503, X", "sqs, 504, X", "sqs, 509, X", "sqs, 429, X",
        "sqs, 400, ThrottlingException", "sqs, 400, ThrottledException", "sqs, 400, RequestThrottledException",
        "sqs, 400, Throttling", "sqs, 400, ProvisionedThroughputExceededException", "sqs, 403, RequestThrottled",
        "organizations, 400, TooManyRequestsException", "dynamodb, 409, ReplicatedWriteConflictException",
        "dynamodb, 400, TransactionInProgressException", "ec2, 503, RequestLimitExceeded",
        "cloudsearch, 509, BandwidthLimitExceeded", "kinesis, 400, LimitExceededException",
        "s3, 400, RequestTimeout", "s3, 400, BadDigest", "glacier, 408, RequestTimeoutException",
        "route53, 400, PriorRequestNotComplete", "sts, 400, IDPCommunicationError"})
    void triesAgain(String service, int status, String code) {
        assertThat(decision(service, 5).handle(Calls.of(service).answered(1, status, code))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"sqs, 200, null", "sqs, 400, ValidationError", "sqs, 404, null",
        "sqs, 403, ThrottlingException", "sqs, 501, null", "organizations, 429, X",
        "organizations, 400, TooManyRequests",
        "kinesis, 400, BadDigest", "sqs, 400, IDPCommunicationError"})
    void doesNotTryAgain(String service, int status, String code) {
        assertThat(decision(service, 5).handle(Calls.of(service).answered(1, status, code))).isNull();
    }

    @Test
    void oneServicesPolicyDoesNotReachOthers() {
        decision("organizations", 5);

        assertThat(decision("sqs", 5).handle(Calls.of("sqs").answered(1, 429, "X"))).isNotNull();
    }

    @ParameterizedTest
    @MethodSource
    void triesAgainAfterAFailureToConnectOrToRead(TucuxiException failure) {
        assertThat(decision("sqs", 5).handle(Calls.of("sqs").failed(4, failure))).isNotNull();
    }

    static Stream<TucuxiException> triesAgainAfterAFailureToConnectOrToRead() {
        return Stream.of(new EndpointConnectionException("x"), new SslException("x"), new ConnectTimeoutException("x"),
                new ProxyConnectionException("x"), new ConnectionClosedException("x"), new ReadTimeoutException("x"));
    }

    @ParameterizedTest
    @MethodSource
    void throwsOtherFailuresAsTheyAre(Throwable failure) {
        assertThatThrownBy(() -> decision("sqs", 5).handle(Calls.of("sqs").failed(1, failure))).isSameAs(failure);
    }

    static Stream<Throwable> throwsOtherFailuresAsTheyAre() {
        return Stream.of(new HttpClientException("x"), new ResponseTooLargeException("x"),
                new IllegalStateException("x"), new java.io.IOException("x"));
    }

    @Test
    void atTheLimitTheFailureItselfLeaves() {
        var failure = new ReadTimeoutException("x");

        assertThatThrownBy(() -> decision("sqs", 3).handle(Calls.of("sqs").failed(3, failure))).isSameAs(failure);
    }

    @Test
    void atTheLimitARetryableAnswerIsMarked() {
        Calls call = Calls.of("sqs");

        assertThat(decision("sqs", 3).handle(call.answered(2, 500, null))).isNotNull();
        assertThat(call.metadata("MaxAttemptsReached")).isNull();
        assertThat(decision("sqs", 3).handle(call.answered(3, 500, null))).isNull();
        assertThat(call.metadata("MaxAttemptsReached")).isEqualTo(true);
    }

    @Test
    void aCallsOwnLimitGoesBeforeTheClients() {
        Calls call = Calls.of("sqs");
        call.context.put(CallOptions.CONTEXT_KEY, CallOptions.builder().maxAttempts(7).build());

        assertThat(decision("sqs", 5).handle(call.answered(6, 500, "X"))).isNotNull();
        assertThat(decision("sqs", 5).handle(call.answered(7, 500, "X"))).isNull();
    }

    @Test
    void aSuccessOfTheLastAttemptIsNotMarked() {
        Calls call = Calls.of("sqs");

        assertThat(decision("sqs", 3).handle(call.answered(3, 200, null))).isNull();
        assertThat(call.metadata("MaxAttemptsReached")).isNull();
    }

    @Test
    void thePauseDoublesAndIsRandom() {
        LegacyDecision decision = new LegacyDecision(LegacyPolicies.of("sqs"), 100, () -> 0.5);

        assertThat(Stream.of(1, 2, 3, 10).map(n -> decision.handle(Calls.of("sqs").answered(n, 500, null))))
                .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2),
                        Duration.ofSeconds(256));
    }

    @Test
    void aVeryLateAttemptDoesNotOverflow() {
        LegacyDecision decision = new LegacyDecision(LegacyPolicies.of("sqs"), 5000, () -> 0.5);

        assertThat(decision.handle(Calls.of("sqs").answered(4999, 500, null))).isEqualTo(Duration.ofDays(365));
    }

    @Test
    void dynamoPausesShortlyAndNotAtRandom() {
        LegacyDecision decision = decision("dynamodb", 10);

        assertThat(Stream.of(1, 2, 3).map(n -> decision.handle(Calls.of("dynamodb").answered(n, 500, null))))
                .containsExactly(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @Test
    void dynamoChecksTheBody() {
        Calls call = Calls.of("dynamodb");
        call.body = Calls.utf8("123456789");
        call.headers.put("x-amz-crc32", "3421780262");
        assertThat(decision("dynamodb", 10).handle(call.answered(1, 200, null))).isNull();

        call.headers.put("x-amz-crc32", "1");
        assertThat(decision("dynamodb", 10).handle(call.answered(1, 200, null))).isNotNull();
        assertThatThrownBy(() -> decision("dynamodb", 10).handle(call.answered(10, 200, null)))
                .isInstanceOf(ChecksumException.class)
                .hasMessageContaining("crc32").hasMessageContaining("expected checksum 1 ")
                .hasMessageContaining("3421780262");

        call.headers.remove("x-amz-crc32");
        assertThat(decision("dynamodb", 10).handle(call.answered(1, 200, null))).isNull();
    }

    @Test
    void theLimitIsAnnouncedWhereThereIsAPlaceForIt() {
        Calls call = Calls.of("sqs");
        decision("sqs", 5).handle(call.answered(1, 200, null));
        assertThat(call.context).isEmpty();

        Map<String, Object> retries = new HashMap<>(Map.of("attempt", 1));
        call.context.put("retries", retries);
        decision("sqs", 5).handle(call.answered(1, 200, null));
        assertThat(retries).containsEntry("max", 5);

        retries.put("max", 7);
        decision("sqs", 5).handle(call.answered(1, 200, null));
        assertThat(retries).containsEntry("max", 7);
    }

    @ParameterizedTest
    @CsvSource({"sqs, 0, 5", "dynamodb, 0, 10", "dynamodb, 2, 2", "sqs, 7, 7"})
    void theUsersLimitWinsOverTheServices(String service, int given, int expected) {
        Emitter emitter = Calls.emitter();
        new LegacyMode().register(emitter, Calls.service(service), given);
        Calls call = Calls.of(service);

        assertThat(Calls.emit(emitter, call.answered(expected - 1, 500, null))).isNotNull();
        assertThat(Calls.emit(emitter, call.answered(expected, 500, null))).isNull();
    }

    @Test
    void registersOneHandlerAndTakesItBack() {
        Emitter emitter = Calls.emitter();

        var registration = new LegacyMode().register(emitter, Calls.service("sqs"), 0);
        assertThat(emitter.emit(Calls.of("sqs").answered(1, 200, null))).hasSize(1);
        assertThat(Calls.isTaken(emitter, "retry-config-sqs")).isTrue();

        registration.close();
        assertThat(Calls.heard(emitter, "needs-retry.sqs.X")).isEmpty();
    }

    private static LegacyDecision decision(String endpointPrefix, int maxAttempts) {
        return new LegacyDecision(LegacyPolicies.of(endpointPrefix), maxAttempts, () -> 0.25);
    }
}
