package org.tucuxi.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.AsynchronousCloseException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * A streaming response body. The reading thread takes the bytes from the socket itself; what nobody reads stays with
 * the server.
 */
final class ResponseStream extends InputStream {

    private final Exchange exchange;
    private final Content.Source source;
    private final long contentLength;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Signal signal = new Signal();
    private Content.Chunk chunk;
    private long count;
    private boolean ended;
    private IOException broken;
    private volatile boolean closed;

    /** Makes a stream; {@code first} was read from the source before, or is null. */
    ResponseStream(Exchange exchange, Content.Source source, Content.Chunk first, long contentLength) {
        this.exchange = exchange;
        this.source = source;
        this.contentLength = contentLength;
        if (first != null) {
            take(first);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (!busy.compareAndSet(false, true)) {
            throw new IOException("The response body is being read by another thread");
        }
        try {
            return length == 0 ? 0 : readSome(buffer, offset, length);
        } finally {
            if (closed) {
                dropChunk();
            }
            busy.set(false);
        }
    }

    private int readSome(byte[] buffer, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("The response body is closed");
        }
        if (broken != null) {
            throw broken;
        }
        while (chunk == null || !chunk.hasRemaining()) {
            if (ended) {
                return -1;
            }
            dropChunk();
            take(nextChunk());
        }
        int taken = chunk.get(buffer, offset, length);
        count += taken;
        exchange.bodyRead(count);
        if (!chunk.hasRemaining()) {
            dropChunk();
            if (count == contentLength && !ended) {
                // The end costs no waiting now, and gives the connection back before the user asks for it.
                Content.Chunk end = readNow();
                if (end != null && !Content.Chunk.isFailure(end)) {
                    take(end);
                }
            }
        }
        return taken;
    }

    private void take(Content.Chunk next) {
        chunk = next;
        if (next.isLast()) {
            ended = true;
            exchange.finished();
        }
    }

    private Content.Chunk nextChunk() throws IOException {
        while (true) {
            Content.Chunk next = readNow();
            if (next == null) {
                waitForData();
            } else if (Content.Chunk.isFailure(next)) {
                throw broken(exchange.failures().ofStream(next.getFailure(), count, contentLength));
            } else {
                return next;
            }
        }
    }

    /** The next piece, if there is one; nobody ends the exchange meanwhile. */
    private Content.Chunk readNow() {
        synchronized (exchange.reading()) {
            return source.read();
        }
    }

    private void waitForData() throws IOException {
        long start = System.nanoTime();
        signal.arm();
        source.demand(signal);
        exchange.beingRead(true);
        try {
            waitFor(start);
        } finally {
            exchange.beingRead(false);
        }
    }

    private void waitFor(long start) throws IOException {
        while (!signal.given) {
            if (Thread.currentThread().isInterrupted()) {
                exchange.abort(new AsynchronousCloseException());
                throw broken(new InterruptedIOException("Interrupted while reading a response body"));
            }
            long left = exchange.silenceLeft(System.nanoTime(), start);
            if (left <= 0) {
                exchange.timeOut(new TimeoutException("no data within the read timeout"));
                throw broken(new SocketTimeoutException("Read timeout after " + count + " bytes of the response body"));
            }
            LockSupport.parkNanos(this, left);
        }
    }

    private IOException broken(IOException e) {
        broken = e;
        return e;
    }

    private void dropChunk() {
        Content.Chunk old = chunk;
        chunk = null;
        if (old != null) {
            old.release();
        }
    }

    @Override
    public int available() {
        Content.Chunk current = chunk;
        return closed || current == null ? 0 : current.remaining();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (busy.compareAndSet(false, true)) {
            dropChunk();
            if (!ended && broken == null && count == contentLength) {
                Content.Chunk end = readNow();
                if (end != null && end.isLast() && !Content.Chunk.isFailure(end)) {
                    take(end);
                }
            }
            busy.set(false);
        }
        if (!ended) {
            exchange.abort(new AsynchronousCloseException());
        }
    }

    /** Wakes the reader; run by the thread that saw the data. */
    private static final class Signal implements Invocable.Task {
        private volatile boolean given;
        private volatile Thread reader;

        void arm() {
            reader = Thread.currentThread();
            given = false;
        }

        @Override
        public void run() {
            given = true;
            LockSupport.unpark(reader);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }
}
