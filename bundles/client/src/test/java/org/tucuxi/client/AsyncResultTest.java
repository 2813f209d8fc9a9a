package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class AsyncResultTest {

    private boolean isClosed;
    private final InputStream stream = new ByteArrayInputStream(new byte[0]) {
        @Override
        public void close() throws IOException {
            isClosed = true;
            throw new IOException("which nobody hears");
        }
    };

    @Test
    void theStreamOfAResultThatSomebodyWaitsForStaysOpen() {
        AsyncResult<String> result = new AsyncResult<>();

        result.finish(Map.of("Body", stream), "value");

        assertThat(result).isCompletedWithValue("value");
        assertThat(isClosed).isFalse();
    }

    @Test
    void theStreamOfAResultThatWasCancelledIsClosed() {
        AsyncResult<String> result = new AsyncResult<>();
        result.cancel(true);

        result.finish(Map.of("Body", stream), "value");

        assertThat(result).isCancelled();
        assertThat(isClosed).isTrue();
    }

    @Test
    void cancellingInterruptsTheWork() {
        AsyncResult<String> result = new AsyncResult<>();
        FutureTask<Void> work = new FutureTask<>(() -> null);
        result.work(work);

        result.cancel(false);

        assertThat(work).isCancelled();
    }

    @Test
    void cancellingWhatDependsOnItInterruptsTheWork() {
        AsyncResult<String> result = new AsyncResult<>();
        FutureTask<Void> work = new FutureTask<>(() -> null);
        result.work(work);
        CompletableFuture<Integer> dependent = result.thenApply(String::length).thenApply(length -> length + 1);

        assertThat(dependent.cancel(true)).isTrue();

        assertThat(work).isCancelled();
        assertThat(result).isCancelled();
        assertThat(dependent).isCancelled();
    }

    @Test
    void aDependentThatIsOnlyGivenUpLeavesTheWorkAlone() {
        AsyncResult<String> result = new AsyncResult<>();
        FutureTask<Void> work = new FutureTask<>(() -> null);
        result.work(work);

        result.thenApply(String::length).cancel(false);

        assertThat(work.isCancelled()).isFalse();
        assertThat(result).isNotDone();
    }

    @Test
    void aDependentThatIsDoneCancelsNothing() {
        AsyncResult<String> result = new AsyncResult<>();
        CompletableFuture<Integer> dependent = result.thenApply(String::length);
        result.finish(Map.of(), "value");

        assertThat(dependent.cancel(true)).isFalse();

        assertThat(dependent).isCompletedWithValue(5);
    }
}
