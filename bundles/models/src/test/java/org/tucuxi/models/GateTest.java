package org.tucuxi.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GateTest {

    private final Gate gate = new Gate();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void tearDown() {
        threads.shutdownNow();
    }

    @Test
    void isClosedUntilItIsOpened() {
        assertThat(gate.enter()).isFalse();
        gate.open();
        assertThat(gate.enter()).isTrue();
    }

    @Test
    void neverOpensAgainAfterItWasClosedForEver() {
        gate.open();
        gate.closeForEver();
        gate.open();

        assertThat(gate.enter()).isFalse();
        assertThat(gate.isGone()).isTrue();
    }

    @Test
    void waitsForTheCallsInside() throws Exception {
        gate.open();
        gate.enter();
        gate.close();

        Future<Boolean> drained = threads.submit(() -> gate.drain(10_000));
        assertThat(drained.isDone()).isFalse();
        threads.submit(gate::leave);

        assertThat(drained.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void doesNotWaitForEver() {
        gate.open();
        gate.enter();
        gate.close();

        assertThat(gate.drain(20)).isFalse();
        assertThat(gate.drain(20)).as("the time counts from the closing").isFalse();
        assertThat(gate.inside()).isEqualTo(1);
    }

    @Test
    void hasNobodyInsideOnceItIsDrained() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch running = new CountDownLatch(4);
        for (int i = 0; i < 4; i++) {
            threads.submit(() -> {
                running.countDown();
                while (!stop.get()) {
                    if (gate.enter()) {
                        inside.incrementAndGet();
                        Thread.onSpinWait();
                        inside.decrementAndGet();
                        gate.leave();
                    }
                }
            });
        }
        running.await();

        for (int round = 0; round < 500; round++) {
            gate.open();
            Thread.yield();
            gate.close();
            assertThat(gate.drain(10_000)).isTrue();
            assertThat(inside.get()).isZero();
        }
        stop.set(true);
    }
}
