package org.tucuxi.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tucuxi.ClosedException;

class EventQueueTest {

    private static final Map<String, ?> EVENT = Map.of("Text", Map.of());

    private final EventQueue queue = new EventQueue();

    /** Runs something on a thread of its own, and returns once that thread waits or has ended. */
    private static CompletableFuture<Object> waiting(ThrowingTask task) {
        CompletableFuture<Object> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(task.run());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        while (!result.isDone() && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return result;
    }

    @FunctionalInterface
    private interface ThrowingTask {
        Object run() throws Exception;
    }

    private static Object get(CompletableFuture<Object> result) throws Exception {
        return result.get(10, TimeUnit.SECONDS);
    }

    private void fill() throws InterruptedException {
        for (int i = 0; i < 16; i++) {
            queue.send(EVENT);
        }
    }

    @Test
    void eventsComeOutInTheirOrder() throws InterruptedException {
        queue.send(Map.of("A", 1));
        queue.send(Map.of("B", 2));
        queue.close();

        assertThat(queue).containsExactly(Map.of("A", 1), Map.of("B", 2));
    }

    @Test
    void theReaderWaitsForAnEvent() throws Exception {
        Iterator<Map<String, ?>> events = queue.iterator();
        CompletableFuture<Object> next = waiting(events::next);
        assertThat(next).isNotDone();

        queue.send(EVENT);

        assertThat(get(next)).isEqualTo(EVENT);
    }

    @Test
    void theReaderLearnsOfTheEnd() throws Exception {
        Iterator<Map<String, ?>> events = queue.iterator();
        CompletableFuture<Object> more = waiting(events::hasNext);

        queue.close();

        assertThat(get(more)).isEqualTo(false);
        assertThatThrownBy(events::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theSenderWaitsWhileTheQueueIsFull() throws Exception {
        fill();
        CompletableFuture<Object> sent = waiting(() -> {
            queue.send(EVENT);
            return "sent";
        });
        assertThat(sent).isNotDone();

        queue.iterator().next();

        assertThat(get(sent)).isEqualTo("sent");
    }

    @Test
    void afterTheEndNothingIsTaken() {
        queue.close();

        assertThatThrownBy(() -> queue.send(EVENT)).isInstanceOf(ClosedException.class).hasMessageContaining("closed");
    }

    @Test
    void aSenderThatWaitsLearnsThatTheCallHasEnded() throws Exception {
        Iterator<Map<String, ?>> events = queue.iterator();
        fill();
        CompletableFuture<Object> sent = waiting(() -> {
            queue.send(EVENT);
            return "sent";
        });

        ((AutoCloseable) events).close();

        assertThatThrownBy(() -> get(sent)).isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ClosedException.class).hasMessageContaining("has ended");
        assertThat(events.hasNext()).isFalse();
    }

    @Test
    void aReaderThatWaitsLearnsThatItWasClosed() throws Exception {
        Iterator<Map<String, ?>> events = queue.iterator();
        CompletableFuture<Object> more = waiting(events::hasNext);

        ((AutoCloseable) events).close();

        assertThat(get(more)).isEqualTo(false);
    }

    @Test
    void aReaderThatIsInterruptedStaysInterrupted() throws Exception {
        Iterator<Map<String, ?>> events = queue.iterator();
        AtomicReference<Thread> reader = new AtomicReference<>();
        CompletableFuture<Object> more = waiting(() -> {
            reader.set(Thread.currentThread());
            try {
                return events.hasNext();
            } catch (ClosedException e) {
                return e.getMessage() + Thread.currentThread().isInterrupted();
            }
        });

        reader.get().interrupt();

        assertThat(get(more)).asString().startsWith("Interrupted while waiting").endsWith("true");
    }

    @Test
    void oneCallTakesTheEvents() {
        queue.iterator();

        assertThatThrownBy(queue::iterator).isInstanceOf(IllegalStateException.class).hasMessageContaining("once");
    }
}
