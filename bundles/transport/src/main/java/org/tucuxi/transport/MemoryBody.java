package org.tucuxi.transport;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;

/** A body in memory, handed out without a copy, in pieces so that progress is seen. */
final class MemoryBody extends OutgoingBody {

    private final byte[] bytes;
    private int position;

    MemoryBody(byte[] bytes, long length) {
        super(length);
        this.bytes = bytes;
    }

    @Override
    Content.Chunk next() {
        int start = position;
        int size = Math.min(PIECE, bytes.length - start);
        if (size == 0) {
            return Content.Chunk.EOF;
        }
        position = start + size;
        return Content.Chunk.from(ByteBuffer.wrap(bytes, start, size), position == bytes.length);
    }

    @Override
    boolean hasNext() {
        return true;
    }

    @Override
    boolean pump() {
        return false;
    }

    @Override
    boolean isFedByCaller() {
        return false;
    }

    @Override
    public boolean rewind() {
        position = 0;
        return true;
    }
}
