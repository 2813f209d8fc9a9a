package org.tucuxi.client;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    synchronized void close() {
        closed = true;
        if (executor != null) {
            executor.shutdownNow();
        }
    }
}
