package org.tucuxi.credentials.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.credentials.CredentialRefresh;
import org.tucuxi.credentials.CredentialRetrievalException;
import org.tucuxi.credentials.Credentials;
import org.tucuxi.credentials.FrozenCredentials;
import org.tucuxi.credentials.TemporaryCredentials;
import org.tucuxi.credentials.internal.Threads.Running;
import org.tucuxi.credentials.testing.MovingClock;

@Timeout(30)
class RefreshableCredentialsTest {

    private final MovingClock clock = new MovingClock();
    private final AtomicInteger refreshes = new AtomicInteger();
    private final CountDownLatch refreshing = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @Test
    void with900SecondsLeftNothingIsRefreshed() {
        RefreshableCredentials credentials = endingIn(900, () -> ending("new", 3600));

        assertThat(credentials.freeze().accessKey()).isEqualTo("old");
        assertThat(refreshes).hasValue(0);
        assertThat(credentials.method()).isEqualTo("test");
    }

    @Test
    void withLessThan900SecondsLeftTheyAreRefreshedOnce() {
        RefreshableCredentials credentials = endingIn(899, () -> ending("new", 3600));

        assertThat(credentials.freeze().accessKey()).isEqualTo("new");
        assertThat(credentials.freeze().accessKey()).isEqualTo("new");
        assertThat(refreshes).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {899, 600})
    void aFailureWithAtLeast600SecondsLeftLeavesTheOldOnes(long seconds) {
        assertThat(endingIn(seconds, this::none).freeze().accessKey()).isEqualTo("old");
    }

    @ParameterizedTest
    @ValueSource(longs = {599, 0, -1})
    void aFailureWithLessThan600SecondsLeftIsAnError(long seconds) {
        assertThatThrownBy(endingIn(seconds, this::none)::freeze).isInstanceOf(IllegalStateException.class)
                .hasMessage("no luck");
    }

    @Test
    void aRefreshMustBringKeys() {
        assertThatThrownBy(endingIn(700, () -> null)::freeze).isInstanceOf(CredentialRetrievalException.class)
                .hasMessageContaining("test").hasMessageContaining("keys");
    }

    @Test
    void aRefreshThatBringsExpiredOnesIsAnError() {
        assertThatThrownBy(endingIn(700, () -> ending("new", -1))::freeze)
                .isInstanceOf(CredentialRetrievalException.class).hasMessageContaining("expired");
    }

    @Test
    void deferredOnesAreGotAtTheFirstUse() {
        RefreshableCredentials credentials =
                RefreshableCredentials.deferred("test", counted(() -> ending("new", 3600)), clock);
        assertThat(refreshes).hasValue(0);

        assertThat(credentials.freeze().accessKey()).isEqualTo("new");
        assertThat(credentials.freeze().accessKey()).isEqualTo("new");
        assertThat(refreshes).hasValue(1);
    }

    @Test
    void aFailureOfTheFirstUseIsAnErrorAndTheNextUseTriesAgain() {
        RefreshableCredentials credentials = RefreshableCredentials.deferred("test", counted(this::none), clock);

        assertThatThrownBy(credentials::freeze).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(credentials::freeze).isInstanceOf(IllegalStateException.class);
        assertThat(refreshes).hasValue(2);
    }

    @Test
    void whileOneRefreshesInTimeTheOthersGoOnWithTheOldOnes() throws Exception {
        RefreshableCredentials credentials = endingIn(700, this::slow);
        Running<FrozenCredentials> first = Threads.start(credentials::freeze);
        Threads.await(refreshing);

        assertThat(credentials.freeze().accessKey()).isEqualTo("old");

        go.countDown();
        assertThat(first.get().accessKey()).isEqualTo("new");
        assertThat(refreshes).hasValue(1);
    }

    @Test
    void whileOneRefreshesLateTheOthersWaitAndDoNotRefreshAgain() throws Exception {
        RefreshableCredentials credentials = endingIn(500, this::slow);
        Running<FrozenCredentials> first = Threads.start(credentials::freeze);
        Threads.await(refreshing);
        Running<FrozenCredentials> second = Threads.start(credentials::freeze);
        second.untilItWaits();

        go.countDown();

        assertThat(first.get().accessKey()).isEqualTo("new");
        assertThat(second.get()).isSameAs(first.get());
        assertThat(refreshes).hasValue(1);
    }

    @Test
    void aRefreshThatAsksForItsOwnCredentialsGetsTheOldOnesWhileTheyAreGood() {
        AtomicReference<RefreshableCredentials> self = new AtomicReference<>();
        AtomicReference<FrozenCredentials> seen = new AtomicReference<>();
        self.set(endingIn(500, () -> {
            seen.set(self.get().freeze());
            return ending("new", 3600);
        }));

        assertThat(self.get().freeze().accessKey()).isEqualTo("new");
        assertThat(seen.get().accessKey()).isEqualTo("old");

        self.set(RefreshableCredentials.deferred("test",
                () -> new TemporaryCredentials(self.get().freeze(), clock.instant()), clock));
        assertThatThrownBy(() -> self.get().freeze()).isInstanceOf(CredentialRetrievalException.class)
                .hasMessageContaining("their own refresh");
    }

    @Test
    void noSecretIsPrinted() {
        RefreshableCredentials credentials = endingIn(3600, this::none);

        assertThat(credentials.toString()).contains("test").doesNotContain("hunter2");
        assertThat(ending("key", 1).toString()).doesNotContain("hunter2");
        assertThat(RefreshableCredentials.deferred("test", this::none, clock).toString()).contains("not yet");
    }

    @ParameterizedTest
    @ValueSource(longs = {599, 0, -1})
    void fiveHundredCallersAtTheEndCauseOneRefreshAndAllGetItsCredentials(long seconds) throws Exception {
        RefreshableCredentials credentials = endingIn(seconds, this::slow);
        List<Running<FrozenCredentials>> callers = callers(credentials);

        for (Running<FrozenCredentials> caller : callers) {
            caller.untilItWaits();
        }
        go.countDown();

        for (Running<FrozenCredentials> caller : callers) {
            assertThat(caller.get().accessKey()).isEqualTo("new");
        }
        assertThat(refreshes).hasValue(1);
    }

    @Test
    void fiveHundredFirstCallersCauseOneRefresh() throws Exception {
        RefreshableCredentials credentials = RefreshableCredentials.deferred("test", counted(this::slow), clock);
        List<Running<FrozenCredentials>> callers = callers(credentials);
        for (Running<FrozenCredentials> caller : callers) {
            caller.untilItWaits();
        }

        go.countDown();

        for (Running<FrozenCredentials> caller : callers) {
            assertThat(caller.get().accessKey()).isEqualTo("new");
        }
        assertThat(refreshes).hasValue(1);
    }

    @Test
    void fiveHundredCallersInTimeCauseOneRefreshAndAllButOneGoOnMeanwhile() throws Exception {
        RefreshableCredentials credentials = endingIn(899, this::slow);
        Running<FrozenCredentials> first = Threads.start(credentials::freeze);
        Threads.await(refreshing);

        for (Running<FrozenCredentials> caller : callers(credentials)) {
            assertThat(caller.get().accessKey()).isEqualTo("old");
        }
        assertThat(first.result()).isNotDone();

        go.countDown();
        assertThat(first.get().accessKey()).isEqualTo("new");
        assertThat(refreshes).hasValue(1);
    }

    @Test
    void fiveHundredCallersThatWaitWhileTheRefreshFailsGetThatFailureAndTheNextCallTriesAgain() throws Exception {
        AtomicReference<RuntimeException> failure = new AtomicReference<>(new IllegalStateException("unreachable"));
        RefreshableCredentials credentials = endingIn(0, () -> {
            TemporaryCredentials fresh = slow();
            if (failure.get() != null) {
                throw failure.get();
            }
            return fresh;
        });
        List<Running<FrozenCredentials>> callers = callers(credentials);
        for (Running<FrozenCredentials> caller : callers) {
            caller.untilItWaits();
        }

        go.countDown();

        for (Running<FrozenCredentials> caller : callers) {
            assertThatThrownBy(caller::get).hasRootCauseMessage("unreachable");
        }
        assertThat(refreshes).hasValue(1);
        failure.set(null);
        assertThat(credentials.freeze().accessKey()).isEqualTo("new");
        assertThat(refreshes).hasValue(2);
    }

    @Test
    void callersThatWaitedForOneThatFailedInTimeTryAgainWhenItIsLate() throws Exception {
        RefreshableCredentials credentials = endingIn(700, () -> {
            TemporaryCredentials fresh = slow();
            if (refreshes.get() == 1) {
                throw new IllegalStateException("unreachable");
            }
            return fresh;
        });
        Running<FrozenCredentials> first = Threads.start(credentials::freeze);
        Threads.await(refreshing);
        clock.move(Duration.ofSeconds(101));
        Running<FrozenCredentials> late = Threads.start(credentials::freeze);
        late.untilItWaits();

        go.countDown();

        assertThat(first.get().accessKey()).isIn("old", "new");
        assertThat(late.get().accessKey()).isEqualTo("new");
        assertThat(refreshes).hasValue(2);
    }

    @Test
    void aClockThatIsAnHourFastRefreshesAtOnceAndSaysWhenNothingFreshCanBeHad() {
        RefreshableCredentials credentials = endingIn(3600, () -> ending("new", 3600));
        clock.move(Duration.ofHours(1).plusSeconds(1));

        assertThat(credentials.freeze().accessKey()).isEqualTo("new");

        RefreshableCredentials stale = endingIn(500, () -> ending("new", -3600));
        assertThatThrownBy(stale::freeze).isInstanceOf(CredentialRetrievalException.class)
                .hasMessageContaining("have expired too");
    }

    @Test
    void theServiceGivesCredentialsThatAreFreshAndThatSayWhenTheyEnd() {
        CredentialRefresh service = new FreshCredentials(clock);
        TemporaryCredentials first = ending("old", 901);

        Credentials there = service.refreshable("mine", first, () -> ending("new", 3600));
        Credentials deferred = service.deferred("mine", () -> ending("new", 3600));

        assertThat(there.expiry()).contains(first.expiry());
        assertThat(there.freeze().accessKey()).isEqualTo("old");
        assertThat(there.method()).isEqualTo("mine");
        assertThat(deferred.expiry()).isEmpty();
        assertThat(deferred.freeze().accessKey()).isEqualTo("new");
        assertThat(deferred.expiry()).contains(clock.instant().plusSeconds(3600));
    }

    @Test
    void shortSessionsAreRefreshedLater() {
        List<TemporaryCredentials> sessions = new ArrayList<>(List.of(ending("first", 46), ending("second", 44)));
        Credentials credentials = new FreshCredentials(clock).deferred("mine", counted(() -> sessions.remove(0)),
                Duration.ofSeconds(45), Duration.ofSeconds(10));

        assertThat(credentials.freeze().accessKey()).isEqualTo("first");
        assertThat(credentials.freeze().accessKey()).isEqualTo("first");
        clock.move(Duration.ofSeconds(2));
        assertThat(credentials.freeze().accessKey()).isEqualTo("second");
        assertThat(refreshes).hasValue(2);
    }

    private static List<Running<FrozenCredentials>> callers(Credentials credentials) {
        List<Running<FrozenCredentials>> callers = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            callers.add(Threads.start(credentials::freeze));
        }
        return callers;
    }

    private RefreshableCredentials endingIn(long seconds, Supplier<TemporaryCredentials> refresh) {
        return RefreshableCredentials.of("test", ending("old", seconds), counted(refresh), clock);
    }

    private Supplier<TemporaryCredentials> counted(Supplier<TemporaryCredentials> refresh) {
        return () -> {
            refreshes.incrementAndGet();
            return refresh.get();
        };
    }

    private TemporaryCredentials none() {
        throw new IllegalStateException("no luck");
    }

    private TemporaryCredentials slow() {
        refreshing.countDown();
        Threads.await(go);
        return ending("new", 3600);
    }

    private TemporaryCredentials ending(String accessKey, long seconds) {
        return new TemporaryCredentials(keys(accessKey), clock.instant().plus(Duration.ofSeconds(seconds)));
    }

    private static FrozenCredentials keys(String accessKey) {
        return new FrozenCredentials(accessKey, "hunter2", "hunter2", null);
    }
}
