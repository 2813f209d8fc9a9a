package org.tucuxi.credentials.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Threads of tests, and waiting for what they do. */
final class Threads {

    private Threads() {
    }

    /** A task on a thread of its own. */
    record Running<T>(Thread thread, CompletableFuture<T> result) {

        T get() throws Exception {
            return result.get(10, TimeUnit.SECONDS);
        }

        void untilItWaits() {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
                assertThat(System.nanoTime()).as("the thread does not wait").isLessThan(end);
                Thread.onSpinWait();
            }
        }
    }

    static <T> Running<T> start(Supplier<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(task.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return new Running<>(thread, result);
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
