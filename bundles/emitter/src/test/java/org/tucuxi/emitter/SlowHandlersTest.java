package org.tucuxi.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tucuxi.emitter.Fixture.event;
import static org.tucuxi.emitter.Fixture.service;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;

/** A handler that holds up a call is reported while it does so. */
@Timeout(20)
final class SlowHandlersTest {

    private static final long LIMIT = TimeUnit.MILLISECONDS.toNanos(40);

    private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
    private final Whiteboard whiteboard = new Whiteboard(30_000, new SlowHandlers(LIMIT, (emission, text) -> {
        emission.noteSlow(text);
        reports.add(text);
    }));
    private final Emitter emitter = Fixture.session(whiteboard, "s");
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void close() {
        goOn.countDown();
        whiteboard.close();
    }

    /** A class of its own, so that its event type is known. */
    private static final class Running implements EventHandler<Event<Object>, Object> {
        private final Runnable action;

        Running(Runnable action) {
            this.action = action;
        }

        @Override
        public Object handle(Event<Object> event) {
            action.run();
            return null;
        }
    }

    private void waits() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Void> emit(String name) {
        return CompletableFuture.runAsync(() -> emitter.slot(name).fire(event(name)));
    }

    @Test
    void isReportedWithItsComponentBundleEventAndPlaceWhileItRuns() throws Exception {
        whiteboard.bind(service(1, Fixture.named("fast"), "event.pattern", "a"));
        whiteboard.bind(service(2, new Running(this::waits), "event.pattern", "a"));

        CompletableFuture<Void> emission = emit("a.b");
        String report = reports.take();

        assertThat(emission).isNotDone();
        assertThat(report).contains("com.example.Handler2", "com.example.handlers/1.2.3", " a.b;", "SlowHandlersTest");
        assertThat(report).doesNotContain("Handler1");
    }

    @Test
    void aHandlerOfCodeBesideAComponentIsReportedToo() throws Exception {
        whiteboard.bind(service(1, Fixture.named("fast"), "event.pattern", "a"));
        emitter.register("a", new Running(this::waits));

        emit("a");

        assertThat(reports.take()).contains(Running.class.getName());
    }

    @Test
    void whoWaitsForAnotherEmissionIsReportedAsThatEmissionIs() throws Exception {
        whiteboard.bind(service(1, new Running(() -> emitter.slot("inner").fire(event("inner"))), "event.pattern", "outer"));
        whiteboard.bind(service(2, new Running(this::waits), "event.pattern", "inner"));

        emit("outer");

        assertThat(List.of(reports.take(), reports.take())).anyMatch(text -> text.contains("Handler1"))
                .anyMatch(text -> text.contains("Handler2"));
    }

    @Test
    void isReportedOnceHoweverLongItTakesAndHoweverManyThreadsAreInIt() throws Exception {
        whiteboard.bind(service(1, new Running(this::waits), "event.pattern", "a"));
        List<Thread> threads = java.util.stream.IntStream.range(0, 4)
                .mapToObj(i -> new Thread(() -> emitter.slot("a").fire(event("a")))).toList();
        threads.forEach(Thread::start);

        reports.take();

        // Another handler, which is reported later, shows that time has passed.
        whiteboard.bind(service(2, new Running(this::waits), "event.pattern", "b"));
        emit("b");
        assertThat(reports.take()).contains("Handler2");
        assertThat(reports).isEmpty();
        goOn.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void manyQuickCallsOfOneHandlerAreNotSlow() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        whiteboard.bind(service(1, new Running(calls::incrementAndGet), "event.pattern", "a"));
        whiteboard.bind(service(2, new Running(this::waits), "event.pattern", "b"));
        CompletableFuture<Void> slow = emit("b");

        while (reports.isEmpty()) {
            emitter.slot("a").fire(event("a"));
        }

        assertThat(reports.take()).contains("Handler2");
        assertThat(reports).isEmpty();
        assertThat(slow).isNotDone();
    }

    @Test
    void theListOfHandlersShowsIt() throws Exception {
        whiteboard.bind(service(1, new Running(this::waits), "event.pattern", "a"));
        emit("a");
        reports.take();

        assertThat(whiteboard.handlers().get(0).notes()).singleElement().asString().startsWith("Handler com.example.Handler1")
                .doesNotContain("\n");
    }

    @Test
    void closingEndsTheThread() {
        whiteboard.close();

        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.isAlive()
                && thread.getName().equals(SlowHandlers.THREAD_NAME));
    }

    @Test
    void theLimitIsANumberOfSecondsOrTheUsualOne() {
        assertThat(EmitterComponent.slowNanos(null)).isEqualTo(5_000_000_000L);
        assertThat(EmitterComponent.slowNanos("0.5")).isEqualTo(500_000_000L);
        assertThat(EmitterComponent.slowNanos("0")).isZero();
        assertThat(EmitterComponent.slowNanos("-1")).isEqualTo(5_000_000_000L);
        assertThat(EmitterComponent.slowNanos("soon")).isEqualTo(5_000_000_000L);
        assertThat(EmitterComponent.slowNanos("NaN")).isEqualTo(5_000_000_000L);
    }
}
