package org.tucuxi.retries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.Test;
import org.tucuxi.TucuxiException;
import org.tucuxi.event.BeforeSend;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.Response;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpRequest;

class AdaptiveModeTest {

    /** What botocore's rate limiter makes of the same sequence with the same clock. */
    private static final double[] REFERENCE = {0.500000, 0.500000, 0.500000, 0.500000, 0.500000, 3.808000, 4.275429,
        4.730135, 5.045436, 5.239205, 5.352558, 5.411466, 2.852864, 3.488160, 3.836188, 3.998141, 4.061584, 4.075317,
        4.077341, 4.103294, 4.187913, 4.361872, 4.645695, 5.044701, 5.549302, 6.140694, 6.811988, 7.614951, 8.561375,
        9.663052, 10.931771, 11.328000};

    private final FakeTicker ticker = new FakeTicker();

    @Test
    void theRateFallsWithThrottlingAndRisesWithSuccessAsInTheReference() {
        RateLimiter limiter = new RateLimiter(ticker);
        String outcomes = "ssssstsssssstsssssssssssssssssss";

        for (int i = 0; i < outcomes.length(); i++) {
            ticker.now += 0.13;
            limiter.beforeSend();
            ticker.now += 0.04;
            limiter.afterResponse(outcomes.charAt(i) == 't');

            assertThat(limiter.rate()).as("after response %d", i).isCloseTo(REFERENCE[i], within(1e-4));
        }
        assertThat(ticker.waited).isCloseTo(1.148, within(1e-3));
    }

    @Test
    void withoutThrottlingNobodyWaits() {
        RateLimiter limiter = new RateLimiter(ticker);

        for (int i = 0; i < 1000; i++) {
            limiter.beforeSend();
            limiter.afterResponse(false);
        }

        assertThat(ticker.waited).isZero();
    }

    @Test
    void theFirstRequestAfterThrottlingWaitsForItsToken() {
        Emitter emitter = Calls.emitter();
        mode().register(emitter, Calls.service("sqs"), 0);

        Calls.emit(emitter, Calls.of("sqs").answered(1, 400, "ThrottlingException"));
        Calls.emit(emitter, send());

        assertThat(ticker.waited).isCloseTo(2, within(1e-6));
    }

    @Test
    void modelledThrottlingCounts() {
        Emitter emitter = Calls.emitter();
        mode().register(emitter, Calls.service("sqs"), 0);
        Calls call = new Calls(Calls.service("sqs"), "Op",
                Calls.error("Busy", java.util.Map.of("retryable", java.util.Map.of("throttling", true))));

        Calls.emit(emitter, call.answered(1, 400, "Busy"));
        Calls.emit(emitter, send());

        assertThat(ticker.waited).isPositive();
    }

    @Test
    void decidesAsStandardModeDoesAndAnswersNothingElse() {
        Emitter emitter = Calls.emitter();
        var registration = mode().register(emitter, Calls.service("sqs"), 0);
        Calls call = Calls.of("sqs");

        assertThat(Calls.isTaken(emitter, "retry-config-sqs")).isTrue();
        assertThat(emitter.emit(call.answered(1, 500, null))).extracting(Response::value)
                .containsExactly(Duration.ofMillis(500), null);
        assertThat(emitter.emit(send())).extracting(Response::value).containsOnlyNulls();

        registration.close();
        assertThat(Calls.heard(emitter, "after-call.sqs.X", "before-send.sqs.X", "needs-retry.sqs.X")).isEmpty();
    }

    @Test
    void anInterruptEndsTheWaiting() {
        ticker.interrupt = true;
        RateLimiter limiter = new RateLimiter(ticker);
        limiter.afterResponse(true);

        assertThatThrownBy(limiter::beforeSend).isInstanceOf(TucuxiException.class).hasMessageContaining("Interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theSystemsTickerWaitsAndGoesOn() {
        RateLimiter limiter = new RateLimiter(Ticker.SYSTEM);
        double start = Ticker.SYSTEM.seconds();

        TokenBucket bucket = new TokenBucket(Ticker.SYSTEM);
        bucket.rate(100);
        bucket.acquire();
        limiter.beforeSend();

        assertThat(Ticker.SYSTEM.seconds() - start).isBetween(0.009, 5.0);
    }

    private AdaptiveMode mode() {
        return new AdaptiveMode(new StandardMode(name -> null, () -> 0.5, pause -> { }), ticker);
    }

    private static BeforeSend send() {
        return new BeforeSend("before-send.sqs.X",
                new HttpRequest("GET", "https://x/", new HttpHeaders(), HttpBody.EMPTY, false));
    }

    private static final class FakeTicker implements Ticker {
        private double now = 100.3;
        private double waited;
        private boolean interrupt;

        @Override
        public double seconds() {
            return now;
        }

        @Override
        public void await(Condition condition, double seconds) throws InterruptedException {
            if (interrupt) {
                throw new InterruptedException();
            }
            // a pause too small to be seen on the clock would be waited for over and over
            now += Math.max(seconds, 1e-6);
            waited += Math.max(seconds, 1e-6);
        }
    }
}
