package org.tucuxi.transport;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;

/** Threads, timers and buffers of all Jetty clients of a transport, started when the first of them needs them. */
final class Engine {

    static final String THREAD_NAME = "tucuxi-http";

    /** Only a ceiling: each client holds one selector thread, other threads come on demand and go when idle. */
    private static final int MAX_THREADS = 1024;
    private static final int THREAD_IDLE_MILLIS = 10_000;
    private static final int MAX_BUFFER = 256 * 1024;
    private static final int MAX_BUFFERS_OF_A_SIZE = 64;
    private static final long MAX_POOLED_HEAP = 8L * 1024 * 1024;
    private static final long MAX_POOLED_DIRECT = 32L * 1024 * 1024;

    private final Pieces pieces = new Pieces();
    private QueuedThreadPool threads;
    private ThreadPoolExecutor bodies;
    private Scheduler scheduler;
    private ByteBufferPool buffers;
    private boolean stopped;

    synchronized void equip(WireClient client) {
        if (threads == null) {
            start();
        }
        client.setExecutor(threads);
        client.setScheduler(scheduler);
        client.setByteBufferPool(buffers);
    }

    Pieces pieces() {
        return pieces;
    }

    /** Runs what reads from users' streams, a thread for each; it may block for as long as it likes. */
    synchronized void execute(Runnable task) {
        if (stopped) {
            throw new RejectedExecutionException("The HTTP transport was stopped");
        }
        if (bodies == null) {
            bodies = new ThreadPoolExecutor(0, Integer.MAX_VALUE, THREAD_IDLE_MILLIS, TimeUnit.MILLISECONDS,
                    new SynchronousQueue<>(), Engine::bodyThread);
        }
        bodies.execute(task);
    }

    private static Thread bodyThread(Runnable task) {
        Thread thread = new Thread(task, THREAD_NAME + "-body");
        thread.setDaemon(true);
        return thread;
    }

    private void start() {
        QueuedThreadPool pool = new QueuedThreadPool(MAX_THREADS, 1, THREAD_IDLE_MILLIS);
        pool.setName(THREAD_NAME);
        pool.setDaemon(true);
        Scheduler timers = new ScheduledExecutorScheduler(THREAD_NAME + "-timer", true);
        // Started here, so that a client that uses them does not take them for its own and stop them.
        LifeCycle.start(pool);
        LifeCycle.start(timers);
        threads = pool;
        scheduler = timers;
        buffers = new ArrayByteBufferPool(0, 4096, MAX_BUFFER, MAX_BUFFERS_OF_A_SIZE, MAX_POOLED_HEAP,
                MAX_POOLED_DIRECT);
    }

    synchronized void stop() {
        stopped = true;
        if (bodies != null) {
            bodies.shutdownNow();
        }
        LifeCycle.stop(scheduler);
        LifeCycle.stop(threads);
        scheduler = null;
        threads = null;
        buffers = null;
        pieces.clear();
    }
}
