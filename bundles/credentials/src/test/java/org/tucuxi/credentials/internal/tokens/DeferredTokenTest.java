package org.tucuxi.credentials.internal.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tucuxi.credentials.BearerToken;
import org.tucuxi.credentials.TokenRetrievalException;
import org.tucuxi.credentials.testing.MovingClock;

@Timeout(30)
class DeferredTokenTest {

    private static final int CALLERS = 500;

    private final MovingClock clock = new MovingClock();
    private final AtomicInteger refreshes = new AtomicInteger();
    private final AtomicReference<Supplier<BearerToken>> source = new AtomicReference<>();
    private final DeferredToken token = new DeferredToken("sso", () -> {
        refreshes.incrementAndGet();
        return source.get().get();
    }, clock);
    private final List<Thread> threads = new ArrayList<>();
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        threads.add(thread);
        return thread;
    });

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private void brings(String value, long seconds) {
        BearerToken fresh = new BearerToken(value, clock.instant().plusSeconds(seconds));
        source.set(() -> fresh);
    }

    private void fails() {
        source.set(() -> {
            throw new IllegalStateException("no luck");
        });
    }

    /** A token is there, and its end is so many seconds away. */
    private void endsIn(long seconds) {
        brings("old", 7200);
        token.get();
        clock.move(Duration.ofSeconds(7200 - seconds));
        refreshes.set(0);
    }

    @Test
    void itIsGotAtTheFirstUseAndThenKept() {
        brings("new", 3600);
        assertThat(refreshes).hasValue(0);

        assertThat(token.get().value()).isEqualTo("new");
        assertThat(token.get().value()).isEqualTo("new");
        assertThat(refreshes).hasValue(1);
    }

    @Test
    void aTokenWithoutAnEndIsNeverRefreshed() {
        source.set(() -> new BearerToken("for ever", null));
        token.get();
        clock.move(Duration.ofDays(10_000));

        assertThat(token.get().value()).isEqualTo("for ever");
        assertThat(refreshes).hasValue(1);
    }

    @Test
    void with900SecondsLeftNothingIsRefreshed() {
        endsIn(900);
        brings("new", 3600);

        assertThat(token.get().value()).isEqualTo("old");
        assertThat(refreshes).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {899, 599, 1, 0, -100})
    void withLessItIsRefreshedOnce(long seconds) {
        endsIn(seconds);
        brings("new", 3600);

        assertThat(token.get().value()).isEqualTo("new");
        assertThat(token.get().value()).isEqualTo("new");
        assertThat(refreshes).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {899, 600})
    void aFailureWithAtLeast600SecondsLeftLeavesTheOldOne(long seconds) {
        endsIn(seconds);
        fails();

        assertThat(token.get().value()).isEqualTo("old");
        assertThat(refreshes).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {599, 1})
    void aFailureWithLessIsAnErrorOnceAMinute(long seconds) {
        endsIn(seconds);
        fails();

        assertThatThrownBy(token::get).isInstanceOf(IllegalStateException.class).hasMessage("no luck");
        assertThat(token.get().value()).isEqualTo("old");
        assertThat(refreshes).hasValue(1);
    }

    @Test
    void thereIsOneAttemptAMinute() {
        endsIn(800);
        fails();
        token.get();
        clock.move(Duration.ofSeconds(59));
        token.get();
        assertThat(refreshes).hasValue(1);

        clock.move(Duration.ofSeconds(1));
        token.get();
        assertThat(refreshes).hasValue(2);
    }

    @Test
    void aTokenThatStaysShortIsAskedForOnceAMinute() {
        brings("short", 300);

        assertThat(token.get().value()).isEqualTo("short");
        assertThat(token.get().value()).isEqualTo("short");
        assertThat(refreshes).hasValue(1);
    }

    @Test
    void anExpiredTokenIsNeverHandedOut() {
        endsIn(-1);
        brings("also expired", -5);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(token::get).isInstanceOf(TokenRetrievalException.class)
                    .hasMessage("Error when retrieving token from sso: Token has expired and refresh failed");
        }
        assertThat(refreshes).hasValue(1);
    }

    @Test
    void theFirstOneIsTriedAgainAtOnce() {
        fails();
        assertThatThrownBy(token::get).hasMessage("no luck");
        brings("new", 3600);

        assertThat(token.get().value()).isEqualTo("new");
    }

    @Test
    void aRefreshThatBringsNothingOrAsksForItselfIsAnError() {
        source.set(() -> null);
        assertThatThrownBy(token::get).isInstanceOf(TokenRetrievalException.class).hasMessageContaining("no token");

        source.set(token);
        assertThatThrownBy(token::get).isInstanceOf(TokenRetrievalException.class)
                .hasMessageContaining("its own refresh");
    }

    @Test
    void whileOneRefreshesTheOthersGoOnWithAGoodOldOne() throws Exception {
        endsIn(500);
        CountDownLatch refreshing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        source.set(slow(refreshing, go));
        Future<BearerToken> first = executor.submit(token::get);
        await(refreshing);

        assertThat(token.get().value()).isEqualTo("old");

        go.countDown();
        assertThat(first.get().value()).isEqualTo("new");
        assertThat(refreshes).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void manyCallersAtTheEndWaitForOneRefresh(boolean hadOne) throws Exception {
        if (hadOne) {
            endsIn(0);
        }
        CountDownLatch refreshing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        source.set(slow(refreshing, go));
        List<Future<BearerToken>> answers = callers(refreshing);

        go.countDown();

        for (Future<BearerToken> answer : answers) {
            assertThat(answer.get().value()).isEqualTo("new");
        }
        assertThat(refreshes).hasValue(1);
    }

    @Test
    void manyCallersOfAFirstTokenShareOneFailure() throws Exception {
        CountDownLatch refreshing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        source.set(() -> {
            slow(refreshing, go).get();
            throw new IllegalStateException("no luck");
        });
        List<Future<BearerToken>> answers = callers(refreshing);

        go.countDown();

        for (Future<BearerToken> answer : answers) {
            assertThatThrownBy(answer::get).hasRootCauseMessage("no luck");
        }
        assertThat(refreshes).hasValue(1);
    }

    /** One that refreshes and many that wait for it. */
    private List<Future<BearerToken>> callers(CountDownLatch refreshing) {
        List<Future<BearerToken>> answers = new ArrayList<>();
        answers.add(executor.submit(token::get));
        await(refreshing);
        for (int i = 1; i < CALLERS; i++) {
            answers.add(executor.submit(token::get));
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        for (Thread thread : threads) {
            // The one that refreshes waits with a limit, the others for the lock.
            while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
                assertThat(System.nanoTime()).as("a thread does not wait").isLessThan(end);
                LockSupport.parkNanos(100_000);
            }
        }
        return answers;
    }

    private Supplier<BearerToken> slow(CountDownLatch refreshing, CountDownLatch go) {
        return () -> {
            refreshing.countDown();
            await(go);
            return new BearerToken("new", clock.instant().plusSeconds(3600));
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theServicesTokensPrintNoSecret() {
        Supplier<BearerToken> made = new FreshTokens().deferred("sso", () -> new BearerToken("s3cret", null));

        assertThat(made).hasToString("Token(sso, not yet got)");
        assertThat(made.get().value()).isEqualTo("s3cret");
        assertThat(made.toString()).contains("sso").doesNotContain("s3cret");
    }
}
