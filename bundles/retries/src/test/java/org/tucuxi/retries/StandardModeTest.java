package org.tucuxi.retries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.CallOptions;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.NeedsRetry;
import org.tucuxi.event.RequestCreated;
import org.tucuxi.http.AwsRequest;
import org.tucuxi.http.ConnectTimeoutException;
import org.tucuxi.http.EndpointConnectionException;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpClientException;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.ReadTimeoutException;

class StandardModeTest {

    private static final String[] EVENTS = {"request-created.sqs.X", "before-send.sqs.X", "after-call.sqs.X",
        "needs-retry.sqs.X", "after-call.sns.X", "needs-retry.sns.X"};

    private Emitter emitter = Calls.emitter();
    private final List<Duration> slept = new ArrayList<>();
    private String newRetries;

    @ParameterizedTest
    @CsvSource({"500, X", "502, X", "503, X", "504, X", "400, RequestTimeout", "400, RequestTimeoutException",
        "400, PriorRequestNotComplete"})
    void transientErrorsAreRetried(int status, String code) {
        register("sqs", 0);

        assertThat(decide(Calls.of("sqs").answered(1, status, code))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException",
        "TooManyRequestsException", "ProvisionedThroughputExceededException", "TransactionInProgressException",
        "RequestLimitExceeded", "BandwidthLimitExceeded", "LimitExceededException", "RequestThrottled", "SlowDown",
        "EC2ThrottledException"})
    void throttlingErrorsAreRetriedWhateverTheStatus(String code) {
        register("sqs", 0);

        assertThat(decide(Calls.of("sqs").answered(1, 418, code))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null",
            value = {"200, null", "429, null", "509, null", "400, ValidationError", "501, X",
                "400, IDPCommunicationError"})
    void otherAnswersAreNot(int status, String code) {
        register("sqs", 0);

        assertThat(decide(Calls.of("sqs").answered(1, status, code))).isNull();
    }

    @Test
    void failuresOfTransportAreRetriedAndOthersAreNot() {
        register("sqs", 0);
        Calls call = Calls.of("sqs");

        assertThat(decide(call.failed(1, new EndpointConnectionException("x")))).isNotNull();
        assertThat(decide(call.failed(1, new HttpClientException("x")))).isNotNull();
        assertThat(decide(call.failed(1, new IllegalStateException("x")))).isNull();
    }

    @Test
    void modelledErrorsOfTheOperationAreRetried() {
        register("sqs", 0);
        Calls call = new Calls(Calls.service("sqs"), "Op", Calls.error("Plain", Map.of()),
                Calls.error("Busy", Map.of("retryable", Map.of("throttling", false))));

        assertThat(decide(call.answered(1, 400, "Busy"))).isNotNull();
        assertThat(decide(call.answered(1, 400, "Plain"))).isNull();
        assertThat(decide(Calls.of("sqs").answered(1, 400, "Busy"))).isNull();
    }

    @Test
    void specialErrorsOfStsAndDynamoAreRetried() {
        register("sts", 0);
        register("dynamodb", 0);
        Calls damaged = Calls.of("dynamodb");
        damaged.headers.put("x-amz-crc32", "1");

        assertThat(decide(Calls.of("sts").answered(1, 400, "IDPCommunicationError"))).isNotNull();
        assertThat(decide(damaged.answered(1, 200, null))).isNotNull();
        damaged.headers.put("x-amz-crc32", "0");
        assertThat(decide(damaged.answered(1, 200, null))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "1, 1", "6, 6"})
    void theLastAttemptIsMarkedEvenIfItSucceeds(int given, int last) {
        register("sqs", given);
        Calls call = Calls.of("sqs");

        if (last > 1) {
            assertThat(decide(call.answered(last - 1, 500, null))).isNotNull();
            assertThat(call.metadata("MaxAttemptsReached")).isNull();
        }
        assertThat(decide(call.answered(last, 200, null))).isNull();
        assertThat(call.metadata("MaxAttemptsReached")).isEqualTo(true);
        assertThat(decide(call.failed(last, new ReadTimeoutException("x")))).isNull();
    }

    @Test
    void aCallsOwnLimitGoesBeforeTheClients() {
        register("sqs", 5);
        Calls call = Calls.of("sqs");
        call.context.put(CallOptions.CONTEXT_KEY, CallOptions.builder().maxAttempts(2).build());

        assertThat(decide(call.answered(1, 500, null))).isNotNull();
        assertThat(decide(call.answered(2, 500, null))).isNull();
        assertThat(call.metadata("MaxAttemptsReached")).isEqualTo(true);
    }

    @Test
    void aParsedMapWithoutMetadataGetsSome() {
        register("sqs", 1);
        Calls call = Calls.of("sqs");
        NeedsRetry event = call.answered(1, 200, null);
        call.parsed.remove("ResponseMetadata");

        decide(event);

        assertThat(call.parsed).containsEntry("ResponseMetadata", Map.of("MaxAttemptsReached", true));
    }

    @Test
    void theLimitIsAnnounced() {
        register("sqs", 4);
        Calls call = Calls.of("sqs");
        Map<String, Object> retries = new HashMap<>(Map.of("attempt", 1));
        call.context.put("retries", retries);

        decide(call.answered(1, 200, null));

        assertThat(retries).containsEntry("max", 4);
    }

    @Test
    void thePauseDoublesUpToTwentySeconds() {
        register("sqs", 100);

        assertThat(Stream.of(1, 2, 3, 5, 6, 60).map(n -> decide(Calls.of("sqs").answered(n, 500, null))))
                .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2),
                        Duration.ofSeconds(8), Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    @Test
    void theQuotaAllowsAHundredRetriesAndComesBackWithSuccess() {
        register("sqs", 3);
        Calls call = Calls.of("sqs");
        for (int i = 0; i < 100; i++) {
            assertThat(decide(call.answered(1, 500, null))).isNotNull();
        }
        assertThat(call.metadata("RetryQuotaReached")).isNull();
        assertThat(call.context).containsEntry("retry_quota_capacity", 5);

        assertThat(decide(call.answered(1, 500, null))).isNull();
        assertThat(call.metadata("RetryQuotaReached")).isEqualTo(true);

        Calls.emit(emitter, call.ended(200));
        assertThat(decide(call.answered(1, 500, null))).isNotNull();
        assertThat(decide(call.answered(1, 500, null))).isNull();
    }

    @Test
    void aFailedCallGivesNothingBackAndOneWithoutRetriesALittle() {
        register("sqs", 3);
        Calls call = Calls.of("sqs");
        for (int i = 0; i < 100; i++) {
            decide(call.answered(1, 500, null));
        }

        Calls.emit(emitter, call.ended(300));
        assertThat(decide(call.answered(1, 500, null))).isNull();

        for (int i = 0; i < 5; i++) {
            assertThat(decide(call.answered(1, 500, null))).isNull();
            Calls.emit(emitter, Calls.of("sqs").ended(204));
        }
        assertThat(decide(call.answered(1, 500, null))).isNotNull();
    }

    @Test
    void timeoutsCostDouble() {
        register("sqs", 3);
        Calls call = Calls.of("sqs");

        decide(call.failed(1, new ReadTimeoutException("x")));
        assertThat(call.context).containsEntry("retry_quota_capacity", 10);
        decide(call.failed(1, new EndpointConnectionException("x")));
        assertThat(call.context).containsEntry("retry_quota_capacity", 5);
        decide(call.failed(1, new ConnectTimeoutException("x")));
        assertThat(call.context).containsEntry("retry_quota_capacity", 10);
    }

    @Test
    void theQuotaIsNeverMoreThanItWas() {
        RetryQuota quota = new RetryQuota();

        quota.acquire(5);
        quota.release(10);

        assertThat(quota.available()).isEqualTo(500);
        assertThat(quota.acquire(501)).isFalse();
        assertThat(quota.available()).isEqualTo(500);
    }

    @Test
    void eachClientHasItsOwnQuota() {
        register("sqs", 3);
        for (int i = 0; i < 100; i++) {
            decide(Calls.of("sqs").answered(1, 500, null));
        }
        emitter = Calls.emitter();
        register("sqs", 3);

        assertThat(decide(Calls.of("sqs").answered(1, 500, null))).isNotNull();
    }

    @Test
    void registersItsHandlersAndTakesThemBack() {
        var registration = mode().register(emitter, Calls.service("sqs"), 0);
        assertThat(Calls.heard(emitter, EVENTS)).containsExactly("after-call.sqs.X", "needs-retry.sqs.X");
        assertThat(Calls.isTaken(emitter, "retry-config-sqs")).isTrue();

        registration.close();
        assertThat(Calls.heard(emitter, EVENTS)).isEmpty();
        assertThat(Calls.isTaken(emitter, "retry-config-sqs")).isFalse();
    }

    @Test
    void newRetries_theLimitIsAnnouncedBeforeTheFirstAttempt() {
        newRetries = "TRUE";
        register("dynamodb", 0);
        AwsRequest request = new AwsRequest("GET", "https://x/", new HttpHeaders(), HttpBody.EMPTY, null, false,
                new HashMap<>());

        assertThat(Calls.isTaken(emitter, "seed-max-attempts-dynamodb")).isTrue();
        Calls.emit(emitter, new RequestCreated("request-created.dynamodb.X", request, "X"));

        assertThat(request.context()).containsEntry("retries", Map.of("max", 4));
    }

    @Test
    void newRetries_costsAndPausesGoByThrottling() {
        newRetries = "true";
        register("sqs", 0);
        Calls call = Calls.of("sqs");

        assertThat(decide(call.answered(2, 500, null))).isEqualTo(Duration.ofMillis(50));
        assertThat(call.context).containsEntry("retry_quota_capacity", 14);
        assertThat(decide(call.answered(2, 400, "Throttling"))).isEqualTo(Duration.ofSeconds(1));
        assertThat(call.context).containsEntry("retry_quota_capacity", 5);
        register("dynamodb", 0);
        assertThat(decide(Calls.of("dynamodb").answered(2, 500, null))).isEqualTo(Duration.ofMillis(25));
    }

    @ParameterizedTest
    @CsvSource({"100, 500", "2000, 2000", "60000, 5500", "-1, 500", "soon, 500"})
    void newRetries_theServiceMayAskForALongerPause(String header, int expectedMillis) {
        newRetries = "true";
        register("sqs", 0);
        Calls call = Calls.of("sqs");
        call.headers.put("x-amz-retry-after", header);

        assertThat(decide(call.answered(1, 503, "SlowDown"))).isEqualTo(Duration.ofMillis(expectedMillis));
    }

    @Test
    void newRetries_longPollingPausesWhenTheQuotaIsUsedUp() {
        newRetries = "true";
        register("sqs", 0);
        Calls call = new Calls(Calls.service("sqs"), "ReceiveMessage");
        while (decide(call.answered(1, 400, "Throttling")) != NeedsRetry.STOP) {
            assertThat(slept).isEmpty();
        }

        assertThat(slept).containsExactly(Duration.ofMillis(500));
        assertThat(call.metadata("RetryQuotaReached")).isEqualTo(true);
        assertThat(decide(Calls.of("sqs").answered(1, 400, "Throttling"))).isNull();
    }

    private Duration decide(NeedsRetry event) {
        return Calls.emit(emitter, event);
    }

    private void register(String service, int attempts) {
        mode().register(emitter, Calls.service(service), attempts);
    }

    private StandardMode mode() {
        Map<String, String> environment = new HashMap<>();
        environment.put("AWS_NEW_RETRIES_2026", newRetries);
        return new StandardMode(environment::get, () -> 0.5, slept::add);
    }
}
