package org.tucuxi.transport;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Executor;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * What a thread does because there are bytes to be had: Jetty's work, and afterwards whatever had to wait for its end.
 *
 * <p>Jetty 12.1 announces a response from within its parser, which, when all listeners have returned, looks once more at the
 * buffer and at whether the response has failed meanwhile. Whoever reads the body before that, on this thread or on another,
 * may have given the buffer back to the pool, so that somebody else's response is in it: it would be cleared under its
 * reader's hands, or be given back twice.
 */
final class Receiving implements Invocable.Task, Closeable {

    private static final ThreadLocal<Receiving> CURRENT = new ThreadLocal<>();

    private final Runnable work;
    private Runnable later;

    Receiving(Runnable work) {
        this.work = work;
    }

    /** Runs a task as soon as this thread has left Jetty's parser; at once if it is not in there. */
    static void afterwards(Runnable task) {
        Receiving current = CURRENT.get();
        if (current == null) {
            task.run();
        } else {
            current.add(task);
        }
    }

    /** Has what an executor runs done as such. */
    static Executor on(Executor executor) {
        return task -> executor.execute(new Receiving(task));
    }

    private void add(Runnable task) {
        Runnable before = later;
        later = before == null ? task : () -> {
            before.run();
            task.run();
        };
    }

    @Override
    public void run() {
        CURRENT.set(this);
        try {
            work.run();
            while (later != null) {
                Runnable next = later;
                later = null;
                next.run();
            }
        } finally {
            CURRENT.remove();
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return Invocable.getInvocationType(work);
    }

    @Override
    public void close() throws IOException {
        if (work instanceof Closeable closeable) {
            closeable.close();
        }
    }

    @Override
    public String toString() {
        return work.toString();
    }
}
