package org.tucuxi.transport;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.Content;

/**
 * A request body on its way out. Jetty takes pieces from it on any thread; when there is none, Jetty says so by
 * {@link #demand} and goes. A body may be held back, until the server said that it wants it.
 */
abstract class OutgoingBody implements Request.Content {

    /** Large enough that system calls do not matter, small enough for many uploads at once. */
    static final int PIECE = 256 * 1024;

    private final long length;
    private final AtomicReference<Runnable> demand = new AtomicReference<>();
    private volatile Throwable failure;
    private volatile boolean held;
    private volatile boolean drained;

    /**
     * Makes a body.
     *
     * @param length what is announced in Content-Length, or -1 for chunks
     */
    OutgoingBody(long length) {
        this.length = length;
    }

    /** The next piece, or null when there is none now. */
    abstract Content.Chunk next();

    /** Whether {@link #next()} would not give null. */
    abstract boolean hasNext();

    /**
     * Called by the waiting caller: reads from the user's source if there is room.
     *
     * @return true when something was done
     */
    abstract boolean pump() throws IOException;

    void hold() {
        held = true;
    }

    boolean isHeld() {
        return held;
    }

    void letGo() {
        held = false;
        offer();
    }

    /** Runs what Jetty left to be told of the next piece. */
    final void offer() {
        if (isReady()) {
            Runnable waiting = demand.getAndSet(null);
            if (waiting != null) {
                waiting.run();
            }
        }
    }

    private boolean isReady() {
        return failure != null || (!held && hasNext());
    }

    @Override
    public final Content.Chunk read() {
        Throwable cause = failure;
        if (cause != null) {
            return Content.Chunk.from(cause);
        }
        if (held) {
            return null;
        }
        Content.Chunk piece = next();
        if (piece != null && piece.isLast()) {
            drained = true;
        }
        return piece;
    }

    /** Whether Jetty took the last piece. */
    final boolean isDrained() {
        return drained;
    }

    @Override
    public final void demand(Runnable callback) {
        demand.set(callback);
        offer();
    }

    @Override
    public final void fail(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
        offer();
    }

    @Override
    public final long getLength() {
        return length;
    }

    @Override
    public final String getContentType() {
        return null;
    }
}
