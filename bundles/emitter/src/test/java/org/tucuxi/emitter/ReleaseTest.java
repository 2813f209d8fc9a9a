package org.tucuxi.emitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tucuxi.emitter.Fixture.event;
import static org.tucuxi.emitter.Fixture.named;
import static org.tucuxi.emitter.Fixture.order;
import static org.tucuxi.emitter.Fixture.service;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tucuxi.event.EmissionObserver;
import org.tucuxi.event.Emitter;
import org.tucuxi.event.EventSlot;
import org.tucuxi.event.GenericEvent;
import org.tucuxi.event.Registration;

/** Who goes is let go: nothing of a handler, an observer or a session stays reachable. */
final class ReleaseTest {

    private final Whiteboard whiteboard = Fixture.whiteboard();
    private final Emitter session = Fixture.session(whiteboard, "s");
    private final Emitter client = session.copy();
    private final EventSlot slot = client.slot("a.b");

    private static void assertCollected(WeakReference<?> reference) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (reference.get() != null) {
            assertThat(System.nanoTime()).as("still reachable").isLessThan(end);
            System.gc();
            Thread.onSpinWait();
        }
    }

    private void emitEverywhere() {
        slot.fire(event("a.b"));
        session.emit(event("a.b"));
        client.emit(event("a.b"));
    }

    private WeakReference<Object> boundUsedAndUnbound() {
        Fixture.Named handler = named("component");
        whiteboard.bind(service(1, handler, "event.pattern", "a"));
        emitEverywhere();
        whiteboard.unbind(1L);
        return new WeakReference<>(handler);
    }

    @Test
    void anIdleClientKeepsNothingOfAHandlerThatWasUnbound() {
        WeakReference<Object> handler = boundUsedAndUnbound();

        assertCollected(handler);
        assertThat(slot.isEmpty()).isTrue();
    }

    @Test
    void norOfOneThatWasUnregistered() {
        assertCollected(registeredUsedAndUnregistered());
        assertThat(slot.isEmpty()).isTrue();
    }

    private WeakReference<Object> registeredUsedAndUnregistered() {
        Fixture.Named handler = named("code");
        Registration onSession = session.register("a", handler);
        Registration onClient = client.register("a", handler);
        emitEverywhere();
        onSession.close();
        onClient.close();
        return new WeakReference<>(handler);
    }

    @Test
    void norOfAnObserverThatIsClosed() {
        assertCollected(observedAndClosed());
        assertThat(slot.isEmpty()).isTrue();
    }

    private WeakReference<Object> observedAndClosed() {
        List<Object> seen = new ArrayList<>();
        EmissionObserver observer = seen::add;
        Registration observing = session.observe(observer);
        emitEverywhere();
        assertThat(seen).hasSize(3);
        observing.close();
        return new WeakReference<>(seen);
    }

    @Test
    void aHandlerThatStopsItselfIsLetGoToo() {
        assertCollected(boundAndStoppingItself());
    }

    private WeakReference<Object> boundAndStoppingItself() {
        Object marker = new Object();
        whiteboard.bind(service(1, (GenericEvent event) -> {
            whiteboard.unbind(1L);
            return marker.hashCode();
        }, "event.pattern", "a"));
        emitEverywhere();
        return new WeakReference<>(marker);
    }

    @Test
    void anEmitterThatNobodyHoldsGoes() {
        assertCollected(new WeakReference<>(usedCopy()));
        assertThat(order(session, "a")).isEmpty();
        Reference.reachabilityFence(session);
    }

    private Emitter usedCopy() {
        Emitter copy = session.copy();
        copy.slot("a.b").fire(event("a.b"));
        return copy;
    }

    @Test
    void theStoppedWhiteboardReleasesHandlersThatEmittersHaveUsed() {
        assertCollected(boundUsedAndWhiteboardClosed());
        assertThat(slot.isEmpty()).isTrue();
    }

    private WeakReference<Object> boundUsedAndWhiteboardClosed() {
        Fixture.Named handler = named("component");
        whiteboard.bind(service(1, handler, "event.pattern", "a"));
        emitEverywhere();
        whiteboard.close();
        return new WeakReference<>(handler);
    }
}
