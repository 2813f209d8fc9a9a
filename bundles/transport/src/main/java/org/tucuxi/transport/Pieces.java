package org.tucuxi.transport;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;

/** Buffers outside of the heap for what is sent from files: the bytes get from the file to the socket without being copied. */
final class Pieces {

    private static final int MOST_KEPT = 32;

    private final ArrayBlockingQueue<ByteBuffer> kept = new ArrayBlockingQueue<>(MOST_KEPT);

    /** A buffer for one piece; its content is arbitrary. */
    ByteBuffer take() {
        ByteBuffer buffer = kept.poll();
        return buffer == null ? ByteBuffer.allocateDirect(OutgoingBody.PIECE) : buffer;
    }

    /** Takes back a buffer that nobody uses any more. */
    void giveBack(ByteBuffer buffer) {
        kept.offer(buffer.clear());
    }

    /** Leaves all to the garbage collector. */
    void clear() {
        kept.clear();
    }
}
