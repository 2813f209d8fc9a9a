package org.tucuxi.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** The result of an asynchronous call: cancelling it interrupts the call. */
final class AsyncResult<T> extends CompletableFuture<T> {

    private volatile Future<?> work;

    void work(Future<?> running) {
        this.work = running;
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
        return new CompletableFuture<>();
    }
}
