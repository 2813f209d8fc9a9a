package org.tucuxi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
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
}
