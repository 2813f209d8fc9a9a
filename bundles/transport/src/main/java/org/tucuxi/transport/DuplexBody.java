package org.tucuxi.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A body that is still being written by its user while the response is read. A thread of its own reads it, so that it
 * may block until there is something to say; what one read gives goes out at once. There are two buffers, so a server
 * that does not listen stops the reading.
 */
final class DuplexBody extends OutgoingBody implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(DuplexBody.class);
    private static final int BUFFERS = 2;
    private static final int SIZE = 32 * 1024;

    private final InputStream source;
    private final Executor threads;
    private final Consumer<Throwable> whenBroken;
    private final Semaphore room = new Semaphore(BUFFERS);
    private final Queue<byte[]> free = new ConcurrentLinkedQueue<>();
    private final Queue<Content.Chunk> ready = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Makes a body.
     *
     * @param source the bytes
     * @param length how many there are, or -1
     * @param threads runs the reading
     * @param whenBroken told when the source fails
     */
    DuplexBody(InputStream source, long length, Executor threads, Consumer<Throwable> whenBroken) {
        super(length);
        this.source = source;
        this.threads = threads;
        this.whenBroken = whenBroken;
    }

    @Override
    void start() {
        if (!started.getAndSet(true)) {
            try {
                threads.execute(this);
            } catch (RejectedExecutionException e) {
                close();
                whenBroken.accept(new Stopped("the HTTP transport was stopped"));
            }
        }
    }

    @Override
    public void run() {
        try {
            while (!closed.get() && send()) {
                // until there is no more
            }
        } catch (InterruptedException e) {
            broken(new Stopped("the HTTP transport was stopped"));
        } catch (IOException | RuntimeException | Error e) {
            broken(new BodyFailure(e));
        } finally {
            close();
        }
    }

    private boolean send() throws IOException, InterruptedException {
        room.acquire();
        if (closed.get()) {
            return false;
        }
        byte[] kept = free.poll();
        byte[] buffer = kept == null ? new byte[SIZE] : kept;
        int size = source.read(buffer, 0, SIZE);
        if (size < 0) {
            ready.add(Content.Chunk.EOF);
        } else if (size == 0) {
            taken(buffer);
        } else {
            ready.add(Content.Chunk.from(ByteBuffer.wrap(buffer, 0, size), false, () -> taken(buffer)));
        }
        offer();
        return size >= 0;
    }

    private void taken(byte[] buffer) {
        free.add(buffer);
        room.release();
    }

    private void broken(Throwable cause) {
        boolean wanted = !closed.get();
        close();
        if (wanted) {
            whenBroken.accept(cause);
        }
    }

    @Override
    Content.Chunk next() {
        return ready.poll();
    }

    @Override
    boolean hasNext() {
        return !ready.isEmpty();
    }

    @Override
    boolean pump() {
        return false;
    }

    /** Ends the reading: of what blocks there, only the source itself knows how to wake it. */
    @Override
    void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        room.release();
        try {
            source.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("A request body could not be closed", e);
        }
    }

    /** As {@link #close()}, for a thread that must not wait for the user's stream. */
    @Override
    void closeSoon() {
        if (!closed.get()) {
            try {
                threads.execute(this::close);
            } catch (RejectedExecutionException e) {
                close();
            }
        }
    }
}
