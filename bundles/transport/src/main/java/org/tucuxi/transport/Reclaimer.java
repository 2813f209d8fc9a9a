package org.tucuxi.transport;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.TimeUnit;

/**
 * Notices streaming bodies that were dropped without being closed, and has their connections given up: by one thread for
 * the whole transport, which the first streaming body starts. A {@link java.lang.ref.Cleaner} does the same, but its thread
 * cannot be told to end with the bundle.
 */
final class Reclaimer {

    static final String THREAD_NAME = Engine.THREAD_NAME + "-reclaim";

    private final ReferenceQueue<ResponseStream> dropped = new ReferenceQueue<>();
    private volatile boolean started;
    private Thread thread;
    private boolean stopped;

    /** Keeps an eye on a stream; what is returned must be held for as long as it is of interest. */
    Reference<?> watch(ResponseStream stream, Exchange exchange) {
        if (!started) {
            start();
        }
        return new Watch(stream, exchange, dropped);
    }

    private synchronized void start() {
        if (thread == null && !stopped) {
            thread = new Thread(this::run, THREAD_NAME);
            thread.setDaemon(true);
            // It must not hold on to whoever needed it first.
            thread.setContextClassLoader(null);
            thread.start();
            started = true;
        }
    }

    private void run() {
        try {
            while (true) {
                ((Watch) dropped.remove()).exchange.forgotten();
            }
        } catch (InterruptedException e) {
            // The transport was stopped, and all connections with it.
        }
    }

    void stop() {
        Thread running;
        synchronized (this) {
            stopped = true;
            running = thread;
        }
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Watch extends PhantomReference<ResponseStream> {
        private final Exchange exchange;

        Watch(ResponseStream stream, Exchange exchange, ReferenceQueue<ResponseStream> dropped) {
            super(stream, dropped);
            this.exchange = exchange;
        }
    }
}
