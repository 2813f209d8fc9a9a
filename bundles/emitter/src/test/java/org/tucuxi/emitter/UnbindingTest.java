package org.tucuxi.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.tucuxi.emitter.Fixture.event;
import static org.tucuxi.emitter.Fixture.named;
import static org.tucuxi.emitter.Fixture.order;
import static org.tucuxi.emitter.Fixture.service;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;

/** No handler is called after its unbinding has returned, and no emission loses a handler it began with. */
@Timeout(20)
final class UnbindingTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static EventHandler<Event<Object>, Object> running(Runnable action) {
        return new EventHandler<>() {
            @Override
            public Object handle(Event<Object> event) {
                action.run();
                return null;
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(15, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void waitsForAnEmissionThatHasBegunAlsoWhenItsTurnHasNotCome() throws Exception {
        Whiteboard whiteboard = Fixture.whiteboard();
        Emitter emitter = Fixture.session(whiteboard, "s");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean called = new AtomicBoolean();
        emitter.register("a", running(() -> {
            begun.countDown();
            await(goOn);
        }));
        whiteboard.bind(service(1, running(() -> called.set(true)), "event.pattern", "a"));

        Future<?> emission = threads.submit(() -> emitter.slot("a").fire(event("a")));
        await(begun);
        Future<Boolean> unbinding = threads.submit(() -> {
            whiteboard.unbind(1L);
            return called.get();
        });
        // Unbinding has taken the handler out of the tries when new emissions do not find it; it still waits.
        awaitUntil(() -> whiteboard.handlers().isEmpty());
        assertThat(unbinding.isDone()).isFalse();
        goOn.countDown();

        assertThat(unbinding.get()).as("the handler was called before its unbinding returned").isTrue();
        emission.get();
    }

    @Test
    void doesNotWaitForEmissionsOfOtherHandlers() throws Exception {
        Whiteboard whiteboard = Fixture.whiteboard();
        Emitter emitter = Fixture.session(whiteboard, "s");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        whiteboard.bind(service(1, running(() -> {
            begun.countDown();
            await(goOn);
        }), "event.pattern", "a"));
        whiteboard.bind(service(2, named("other"), "event.pattern", "b"));
        Future<?> emission = threads.submit(() -> emitter.emit(event("a")));
        await(begun);

        whiteboard.unbind(2L);

        assertThat(emission.isDone()).isFalse();
        goOn.countDown();
        emission.get();
    }

    @Test
    void aHandlerMayStopItselfAndIsNotCalledAgainNotEvenByTheSameEmission() {
        Whiteboard whiteboard = Fixture.whiteboard();
        Emitter emitter = Fixture.session(whiteboard, "s");
        AtomicInteger calls = new AtomicInteger();
        whiteboard.bind(service(1, running(() -> {
            calls.incrementAndGet();
            whiteboard.unbind(1L);
        }), "event.pattern", new String[] {"a.b", "a"}));
        emitter.register("a", named("code"));

        assertThat(order(emitter, "a.b")).containsExactly("code");
        assertThat(calls).hasValue(1);
        assertThat(order(emitter, "a.b")).containsExactly("code");
        assertThat(calls).hasValue(1);
    }

    @Test
    void aHandlerMayStopOneThatComesLaterOrThatAnOuterEmissionIsIn() {
        Whiteboard whiteboard = Fixture.whiteboard();
        Emitter emitter = Fixture.session(whiteboard, "s");
        List<String> calls = new ArrayList<>();
        whiteboard.bind(service(1, running(() -> {
            calls.add("outer");
            emitter.emit(event("inner"));
        }), "event.pattern", "outer"));
        whiteboard.bind(service(2, running(() -> calls.add("later")), "event.pattern", "outer"));
        whiteboard.bind(service(3, running(() -> {
            calls.add("inner");
            whiteboard.unbind(1L);
            whiteboard.unbind(2L);
        }), "event.pattern", "inner"));

        emitter.emit(event("outer"));
        emitter.emit(event("outer"));

        assertThat(calls).containsExactly("outer", "inner");
    }

    @Test
    void aNestedEmissionDuringUnbindingFindsTheHandlerGone() throws Exception {
        Whiteboard whiteboard = Fixture.whiteboard();
        Emitter emitter = Fixture.session(whiteboard, "s");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger nested = new AtomicInteger();
        whiteboard.bind(service(1, running(nested::incrementAndGet), "event.pattern", "inner"));
        emitter.register("outer", running(() -> {
            begun.countDown();
            await(goOn);
            emitter.emit(event("inner"));
        }));
        Future<?> emission = threads.submit(() -> emitter.emit(event("outer")));
        await(begun);

        whiteboard.unbind(1L);
        goOn.countDown();
        emission.get();

        assertThat(nested).hasValue(0);
    }

    @Test
    void theWaitIsBounded() throws Exception {
        Whiteboard whiteboard = new Whiteboard(20);
        Emitter emitter = Fixture.session(whiteboard, "s");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean called = new AtomicBoolean();
        emitter.register("a", running(() -> {
            begun.countDown();
            await(goOn);
        }));
        whiteboard.bind(service(1, running(() -> called.set(true)), "event.pattern", "a"));
        Future<?> emission = threads.submit(() -> emitter.emit(event("a")));
        await(begun);

        whiteboard.unbind(1L);
        assertThat(emission.isDone()).isFalse();
        goOn.countDown();
        emission.get();

        assertThat(called).as("even an emission that was not waited for passes the handler over").isFalse();
    }

    @Test
    void anInterruptIsKeptForTheCallerAndDoesNotCutTheWaitShort() throws Exception {
        Whiteboard whiteboard = Fixture.whiteboard();
        Emitter emitter = Fixture.session(whiteboard, "s");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        whiteboard.bind(service(1, running(() -> {
            begun.countDown();
            await(goOn);
        }), "event.pattern", "a"));
        Future<?> emission = threads.submit(() -> emitter.emit(event("a")));
        await(begun);

        Future<Boolean> unbinding = threads.submit(() -> {
            Thread.currentThread().interrupt();
            whiteboard.unbind(1L);
            return Thread.interrupted() && emission.isDone();
        });
        awaitUntil(() -> whiteboard.handlers().isEmpty());
        assertThat(unbinding.isDone()).isFalse();
        goOn.countDown();
        emission.get();

        assertThat(unbinding.get()).isTrue();
    }

    @Test
    void aFailedEmissionLeavesTheGate() {
        Whiteboard whiteboard = Fixture.whiteboard();
        Emitter emitter = Fixture.session(whiteboard, "s");
        whiteboard.bind(service(1, running(() -> {
            throw new IllegalStateException("of the handler");
        }), "event.pattern", "a"));
        assertThat(catchThrowable(() -> emitter.emit(event("a")))).isNotNull();

        whiteboard.unbind(1L);

        assertThat(order(emitter, "a")).isEmpty();
    }
}
