package org.tucuxi.client;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The result of an asynchronous call: cancelling it, or what depends on it, interrupts the call. */
final class AsyncResult<T> extends CompletableFuture<T> {

    private static final Logger LOG = LoggerFactory.getLogger(AsyncResult.class);

    private volatile Future<?> work;

    void work(Future<?> running) {
        this.work = running;
    }

    /**
     * Completes with a result. When nobody waits for it any more, its streams are closed: they would keep their connections.
     *
     * @param result what the operation gave
     * @param value what the caller gets of it
     */
    void finish(Map<String, Object> result, T value) {
        if (complete(value)) {
            return;
        }
        for (Object member : result.values()) {
            if (member instanceof AutoCloseable stream) {
                try {
                    stream.close();
                } catch (Exception e) {
                    LOG.debug("A stream that nobody waits for cannot be closed", e);
                }
            }
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        Future<?> running = work;
        if (cancelled && running != null) {
            running.cancel(true);
        }
        return cancelled;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new Dependent<>(this);
    }

    /** What comes after a call: cancelling it interrupts the call, as with the JDK's own HTTP client. */
    private static final class Dependent<U> extends CompletableFuture<U> {
        private final AsyncResult<?> call;

        Dependent(AsyncResult<?> call) {
            this.call = call;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            if (cancelled && mayInterruptIfRunning) {
                call.cancel(true);
            }
            return cancelled;
        }

        @Override
        public <V> CompletableFuture<V> newIncompleteFuture() {
            return new Dependent<>(call);
        }
    }
}
