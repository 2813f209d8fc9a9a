package org.tucuxi.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tucuxi.emitter.Fixture.service;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.Event;
import org.tucuxi.event.EventHandler;
import org.tucuxi.event.EventSlot;

/** Handlers come, change and go while several threads emit without pause. */
@Timeout(60)
final class HotBindingTest {

    private static final int EMITTERS = 4;
    private static final int ROUNDS = 1500;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Whiteboard whiteboard = Fixture.whiteboard();
    private final Emitter session = Fixture.session(whiteboard, "s");
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicLong emissions = new AtomicLong();

    @AfterEach
    void end() throws InterruptedException {
        stop.set(true);
        threads.shutdown();
        assertThat(threads.awaitTermination(15, TimeUnit.SECONDS)).isTrue();
    }

    /** Counts its calls in the event, and those after its unbinding has returned. */
    private static final class Counting implements EventHandler<Event<Object>, Object> {

        final AtomicBoolean unbound = new AtomicBoolean();
        final AtomicLong late = new AtomicLong();

        @Override
        public Object handle(Event<Object> event) {
            if (unbound.get()) {
                late.incrementAndGet();
            }
            ((Fixture.CallLog) event).calls.add("counting");
            return null;
        }
    }

    private List<Future<Object>> emitting(Callable<Object> emission) {
        List<Future<Object>> running = new ArrayList<>();
        for (int i = 0; i < EMITTERS; i++) {
            running.add(threads.submit(() -> {
                while (!stop.get()) {
                    emission.call();
                    emissions.incrementAndGet();
                }
                return null;
            }));
        }
        return running;
    }

    private void finish(List<Future<Object>> running) throws Exception {
        stop.set(true);
        for (Future<Object> one : running) {
            one.get();
        }
    }

    private void letSomeEmissionsHappen() {
        long before = emissions.get();
        while (emissions.get() < before + 3) {
            Thread.onSpinWait();
        }
    }

    @Test
    void noHandlerIsCalledAfterItsUnbindingHasReturned() throws Exception {
        EventSlot slot = session.copy().slot("a.b.c");
        Fixture.Named byCode = Fixture.named("code");
        session.register("a", byCode);
        List<Counting> all = new ArrayList<>();
        List<Future<Object>> running = emitting(() -> {
            slot.fire(new Fixture.CallLog("a.b.c"));
            session.emit(new Fixture.CallLog("a.b.c"));
            return null;
        });

        for (long round = 0; round < ROUNDS; round++) {
            Counting handler = new Counting();
            all.add(handler);
            whiteboard.bind(service(round, handler, "event.pattern", new String[] {"a.b.c", "a.*"}));
            if (round % 8 == 0) {
                letSomeEmissionsHappen();
            }
            whiteboard.unbind(round);
            handler.unbound.set(true);
        }
        finish(running);

        assertThat(all.stream().mapToLong(handler -> handler.late.get()).sum()).isZero();
    }

    @Test
    void aChangeOfPropertiesNeitherLosesNorDoublesACall() throws Exception {
        EventSlot slot = session.copy().slot("a.b.c");
        Counting handler = new Counting();
        whiteboard.bind(service(1, handler, "event.pattern", "a"));
        AtomicLong wrong = new AtomicLong();
        List<Future<Object>> running = emitting(() -> {
            Fixture.CallLog bySlot = new Fixture.CallLog("a.b.c");
            slot.fire(bySlot);
            Fixture.CallLog byName = new Fixture.CallLog("a.b.c");
            session.emit(byName);
            if (bySlot.calls.size() != 1 || byName.calls.size() != 1) {
                wrong.incrementAndGet();
            }
            return null;
        });

        String[] patterns = {"a", "a.b", "*.b.c", "a.b.c", "*"};
        for (int round = 0; round < ROUNDS; round++) {
            whiteboard.updated(service(1, handler, "event.pattern", patterns[round % patterns.length],
                    "service.ranking", round % 3));
            if (round % 8 == 0) {
                letSomeEmissionsHappen();
            }
        }
        finish(running);

        assertThat(wrong).hasValue(0);
    }

    @Test
    void whatCodeRegistersIsFeltByTheNextEmissionOfTheSameThread() throws Exception {
        Emitter client = session.copy();
        AtomicLong wrong = new AtomicLong();
        EventSlot slot = client.slot("a.b");
        List<Future<Object>> running = emitting(() -> {
            Fixture.Named own = Fixture.named("own " + Thread.currentThread().getId());
            client.register("a", own);
            Fixture.CallLog with = new Fixture.CallLog("a.b");
            slot.fire(with);
            client.unregister("a", own);
            Fixture.CallLog without = new Fixture.CallLog("a.b");
            slot.fire(without);
            if (!with.calls.contains(own.label) || without.calls.contains(own.label)) {
                wrong.incrementAndGet();
            }
            return null;
        });

        for (long round = 0; round < ROUNDS; round++) {
            whiteboard.bind(service(round, new Counting(), "event.pattern", "a"));
            whiteboard.unbind(round);
        }
        finish(running);

        assertThat(wrong).hasValue(0);
        assertThat(Fixture.order(client, "a.b")).isEmpty();
    }

    @Test
    void countersOfUniqueIdsAreExactUnderContention() throws Exception {
        Emitter client = session.copy();
        client.register("a", Fixture.named("one"), "id", true);

        List<Future<Object>> running = new ArrayList<>();
        for (int i = 0; i < EMITTERS; i++) {
            running.add(threads.submit(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    client.register("a", Fixture.named("one"), "id", true);
                    client.unregister("a", null, "id", true);
                }
                return null;
            }));
        }
        finish(running);

        assertThat(Fixture.order(client, "a")).containsExactly("one");
        client.unregister("a", null, "id", true);
        assertThat(Fixture.order(client, "a")).isEmpty();
    }
}
