package org.tucuxi.client;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.tucuxi.ClosedException;

/** The threads of asynchronous calls: made when the first is needed, gone when the bundle stops. */
final class CallThreads {

    private ExecutorService executor;
    private boolean closed;

    synchronized ExecutorService executor() {
        if (closed) {
            throw new ClosedException("The bundle org.tucuxi.client was stopped");
        }
        if (executor == null) {
            AtomicInteger number = new AtomicInteger();
            executor = Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "tucuxi-call-" + number.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });
        }
        return executor;
    }

    /** Interrupts what still runs, and gives it a moment to end: nobody should be in the bundle when it has stopped. */
    void close() {
        ExecutorService last;
        synchronized (this) {
            closed = true;
            last = executor;
        }
        if (last != null) {
            last.shutdownNow();
            try {
                last.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
