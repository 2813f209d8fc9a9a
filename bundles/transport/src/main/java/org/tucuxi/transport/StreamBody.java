package org.tucuxi.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Content;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A body read from a stream by the calling thread: while Jetty writes one piece, the caller reads the next. There are
 * two buffers, so a slow server slows the source down. From a stream that is a channel, too, as a file's is, pieces are
 * read into buffers outside of the heap, unless one heap buffer holds it all.
 */
final class StreamBody extends OutgoingBody {

    private static final Logger LOG = LoggerFactory.getLogger(StreamBody.class);
    private static final int BUFFERS = 2;
    private static final int SMALLEST = 8 * 1024;

    private final InputStream source;
    /** The same source, when pieces of it are read into buffers outside of the heap; or null. */
    private final ReadableByteChannel channel;
    private final Pieces pieces;
    private final Runnable whenRoom;
    private final Queue<ByteBuffer> free = new ConcurrentLinkedQueue<>();
    private final Queue<Content.Chunk> ready = new ConcurrentLinkedQueue<>();
    private final AtomicInteger made = new AtomicInteger();
    private final int pieceSize;
    private final long declared;
    private long sent;
    private boolean ended;

    /**
     * Makes a body.
     *
     * @param source the bytes
     * @param length how many there must be, or -1 when that is unknown
     * @param chunked whether the length stays unannounced
     * @param pieces buffers outside of the heap
     * @param whenRoom run on any thread when a buffer became free
     */
    StreamBody(InputStream source, long length, boolean chunked, Pieces pieces, Runnable whenRoom) {
        super(chunked ? -1 : length);
        this.source = source;
        this.channel = source instanceof ReadableByteChannel open && (length < 0 || length > PIECE) ? open : null;
        this.pieces = pieces;
        this.declared = length;
        this.whenRoom = whenRoom;
        this.pieceSize = length < 0 ? PIECE : (int) Math.max(SMALLEST, Math.min(PIECE, length));
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
    boolean pump() throws IOException {
        if (ended) {
            return false;
        }
        ByteBuffer buffer = free.poll();
        if (buffer == null) {
            if (made.get() == BUFFERS) {
                return false;
            }
            made.incrementAndGet();
            buffer = channel != null ? pieces.take() : ByteBuffer.allocate(pieceSize);
        }
        fill(buffer);
        offer();
        return true;
    }

    @Override
    void close() {
        try {
            source.close();
        } catch (IOException e) {
            LOG.debug("A request body could not be closed", e);
        }
        if (channel != null && isSent()) {
            // Of what was broken off, somebody may still be writing: that is left to the garbage collector.
            for (ByteBuffer unused = free.poll(); unused != null; unused = free.poll()) {
                pieces.giveBack(unused);
            }
        }
    }

    private void fill(ByteBuffer buffer) throws IOException {
        buffer.clear();
        long left = declared < 0 ? Long.MAX_VALUE : declared - sent;
        int limit = (int) Math.min(buffer.capacity(), left);
        int size = left == 0 ? 0 : channel != null ? channel.read(buffer.limit(limit)) : readPiece(buffer.array(), limit);
        if (size < 0) {
            if (declared >= 0) {
                throw new IOException("The request body ended after " + sent
                        + " bytes, but its length was announced as "
                        + declared + " bytes");
            }
            ended = true;
            free.add(buffer);
            ready.add(Content.Chunk.EOF);
            return;
        }
        sent += size;
        if (sent == declared) {
            ended = true;
            if (source.available() > 0) {
                throw new IOException("The request body goes on after " + sent
                        + " bytes, which was announced as its length");
            }
        }
        if (size == 0) {
            free.add(buffer);
            if (ended) {
                ready.add(Content.Chunk.EOF);
            }
            return;
        }
        ready.add(Content.Chunk.from(buffer.position(0).limit(size), ended, () -> {
            free.add(buffer);
            whenRoom.run();
        }));
    }

    /** Reads what can be had without waiting, but at least one byte. */
    private int readPiece(byte[] buffer, int limit) throws IOException {
        int size = source.read(buffer, 0, limit);
        while (size > 0 && size < limit && source.available() > 0) {
            int more = source.read(buffer, size, limit - size);
            if (more <= 0) {
                break;
            }
            size += more;
        }
        return size;
    }
}
