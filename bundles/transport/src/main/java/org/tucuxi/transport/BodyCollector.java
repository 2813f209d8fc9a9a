package org.tucuxi.transport;

import java.util.Arrays;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.thread.Invocable;

/** Reads a response body into memory, on the thread that brings the bytes. */
final class BodyCollector implements Invocable.Task {

    private static final byte[] NOTHING = new byte[0];
    /** What a Content-Length is believed at once; a server may announce more than it sends. */
    private static final int TRUSTED_LENGTH = 1024 * 1024;
    private static final int GROWTH = 4;
    private static final int FIRST_GUESS = 4096;
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Content.Source source;
    private final long limit;
    private final Failures failures;
    private byte[] bytes = NOTHING;
    private int size;
    private long announced;

    BodyCollector(Content.Source source, long limit, Failures failures) {
        this.source = source;
        this.limit = Math.min(limit, LARGEST_ARRAY);
        this.failures = failures;
    }

    void start(long contentLength) {
        announced = contentLength;
        if (contentLength > limit) {
            tooLarge();
            return;
        }
        if (contentLength > 0) {
            bytes = new byte[(int) Math.min(contentLength, TRUSTED_LENGTH)];
        }
        // Jetty runs it at once if there is something, and lets nobody end the exchange meanwhile.
        source.demand(this);
    }

    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = source.read();
            if (chunk == null) {
                source.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                return;
            }
            boolean fits = append(chunk);
            boolean last = chunk.isLast();
            chunk.release();
            if (!fits) {
                tooLarge();
                return;
            }
            if (last) {
                return;
            }
        }
    }

    private boolean append(Content.Chunk chunk) {
        int count = chunk.remaining();
        if (count == 0) {
            return true;
        }
        long needed = (long) size + count;
        if (needed > limit) {
            return false;
        }
        if (needed > bytes.length) {
            grow((int) needed);
        }
        chunk.get(bytes, size, count);
        size += count;
        return true;
    }

    private void grow(int needed) {
        long wanted = Math.max(Math.max(needed, FIRST_GUESS), (long) bytes.length * GROWTH);
        if (announced >= needed) {
            wanted = Math.min(wanted, announced);
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, limit));
    }

    private void tooLarge() {
        source.fail(failures.bodyTooLarge(limit));
    }

    /** The body; complete when the exchange is. */
    byte[] bytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }
}
