package org.tucuxi.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.Content;
import org.tucuxi.http.HttpBody;
import org.tucuxi.http.HttpClientException;
import org.tucuxi.http.HttpHeaders;
import org.tucuxi.http.HttpRequest;

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
    private volatile boolean sent;

    /**
     * Makes a body.
     *
     * @param length what is announced in Content-Length, or -1 for chunks
     */
    OutgoingBody(long length) {
        this.length = length;
    }

    /**
     * The body of a request, opened.
     *
     * @param request whose headers say how the body is framed
     * @param failures how to say what is wrong with it
     * @param exchange whose caller feeds the body; or, when the response is read meanwhile, a thread of its own
     * @return the body, or null for none
     */
    static OutgoingBody of(HttpRequest request, Failures failures, Exchange exchange) {
        HttpBody content = request.body();
        HttpHeaders headers = request.headers();
        long length = content.length();
        boolean chunked = headers.contains("Transfer-Encoding");
        long announced = chunked ? length : announced(headers.get("Content-Length"), length);
        if (length == 0) {
            return null;
        }
        byte[] bytes = content.bytes();
        OutgoingBody body;
        if (bytes != null) {
            body = new MemoryBody(bytes, chunked ? -1 : announced);
        } else if (request.isDuplex()) {
            body = new DuplexBody(open(content, failures), chunked ? -1 : announced, exchange.threads(),
                    exchange::bodyBroken);
        } else {
            body = new StreamBody(open(content, failures), announced, chunked, exchange.pieces(), exchange::wake);
        }
        String expect = headers.get("Expect");
        body.held = expect != null && expect.equalsIgnoreCase("100-continue");
        return body;
    }

    private static long announced(String header, long length) {
        if (header == null) {
            return length;
        }
        long announced;
        try {
            announced = Long.parseLong(header.strip());
        } catch (NumberFormatException e) {
            throw new HttpClientException("The header Content-Length must be a number, not \"" + header + '"', e);
        }
        if (announced < 0 || (length >= 0 && length != announced)) {
            throw new HttpClientException("The header Content-Length says " + announced + ", but the request body has "
                    + length + " bytes");
        }
        return announced;
    }

    private static InputStream open(HttpBody content, Failures failures) {
        try {
            return content.open();
        } catch (IOException e) {
            throw failures.ofBody(e);
        }
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

    /** Whether it takes the caller to get on, who has to be woken then. */
    boolean isFedByCaller() {
        return true;
    }

    /** Called when the request is on its way; must not block. */
    void start() {
        // Only who reads by itself has to.
    }

    /** Called when all of it is on the wire: nobody writes from its buffers any more. */
    final void sent() {
        sent = true;
    }

    final boolean isSent() {
        return sent;
    }

    /** Called by the caller when it is done. */
    void close() {
        // Nothing is open.
    }

    /** Called by a thread that must not block when nobody wants the rest. */
    void closeSoon() {
        // The caller will.
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
