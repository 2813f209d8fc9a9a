package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tucuxi.ClosedException;
import org.tucuxi.http.HttpClientException;

@Timeout(20)
class DeadlineTest {

    private final Alarms alarms = new Alarms();

    @AfterEach
    void stop() {
        alarms.close();
    }

    private Deadline start(Duration timeout) {
        return Deadline.start(CallTime.SYSTEM, alarms, timeout, "Op", "test");
    }

    @Test
    void interruptsWhateverTheThreadWaitsForAndTakesTheInterruptionBack() {
        Deadline deadline = start(Duration.ofMillis(20));

        assertThatThrownBy(() -> new CountDownLatch(1).await()).isInstanceOf(InterruptedException.class);
        assertThat(deadline.hasStruck()).isTrue();
        Thread.currentThread().interrupt();
        deadline.end();

        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aCallThatEndedIsNotInterruptedAndNotWatchedAnyMore() {
        Deadline deadline = start(Duration.ofHours(1));
        assertThat(alarms.watched()).isEqualTo(1);

        deadline.end();

        assertThat(alarms.watched()).isZero();
    }

    @Test
    void anInterruptionBySomebodyElseStays() {
        Deadline deadline = start(Duration.ofHours(1));
        Thread.currentThread().interrupt();

        deadline.end();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void saysWhatWasTriedAndHowItFailed() {
        Deadline deadline = start(Duration.ofHours(1));
        deadline.attempt(2);
        deadline.failed(new HttpClientException("the cable was cut"));

        assertThat(deadline.tooLate(Duration.ofHours(2))).hasMessageContaining("Op of test did not end within PT1H")
                .hasMessageContaining("attempt 2 failed").hasMessageContaining("after a pause of PT2H")
                .hasMessageContaining("the cable was cut").hasCauseInstanceOf(HttpClientException.class);
    }

    @Test
    void allowsOnlyPausesThatEndBefore() {
        Deadline deadline = start(Duration.ofHours(1));

        assertThat(deadline.allows(Duration.ofMinutes(59))).isTrue();
        assertThat(deadline.allows(Duration.ofHours(1))).isFalse();
        deadline.end();
    }

    @Test
    void aTimeBeyondAllTimesIsNone() {
        Deadline deadline = start(Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(deadline.allows(Duration.ofDays(365))).isTrue();
        deadline.end();
    }

    @Test
    void afterTheBundleStoppedNoDeadlineIsWatched() {
        alarms.close();

        assertThatThrownBy(() -> start(Duration.ofSeconds(1))).isInstanceOf(ClosedException.class);
    }
}
