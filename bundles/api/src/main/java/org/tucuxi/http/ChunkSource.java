package org.tucuxi.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Where the chunks of an {@link AwsChunkedBody} come from. All chunks but the last one are full: S3 refuses small ones. */
sealed interface ChunkSource {

    /**
     * Goes on to the next chunk.
     *
     * @return how long it is; 0 when the body has ended
     */
    int next() throws IOException;

    /** Reads from the current chunk, of which at least that many bytes are left. */
    int read(byte[] buffer, int offset, int length) throws IOException;

    /** Signs the current chunk, of which nothing was read yet. */
    String sign(ChunkSigner signer);

    void close() throws IOException;

    /** A body in memory, which is not copied. */
    final class Memory implements ChunkSource {
        private final byte[] bytes;
        private int at;
        private int end;

        Memory(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int next() {
            at = end;
            end = (int) Math.min((long) at + AwsChunkedBody.CHUNK, bytes.length);
            return end - at;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            System.arraycopy(bytes, at, buffer, offset, length);
            at += length;
            return length;
        }

        @Override
        public String sign(ChunkSigner signer) {
            return signer.chunk(bytes, at, end - at);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    /** A stream of known length, read right into the buffer of whoever reads: its chunks need no buffer of their own. */
    final class Measured implements ChunkSource {
        private final InputStream in;
        private final long length;
        private long announced;
        private long read;

        Measured(InputStream in, long length) {
            this.in = in;
            this.length = length;
        }

        @Override
        public int next() throws IOException {
            int size = (int) Math.min(AwsChunkedBody.CHUNK, length - announced);
            announced += size;
            if (size == 0 && in.read() >= 0) {
                throw new IOException("The request body is longer than the " + length + " bytes that it was said to have");
            }
            return size;
        }

        @Override
        public int read(byte[] buffer, int offset, int size) throws IOException {
            int count = in.read(buffer, offset, size);
            if (count < 0) {
                throw new IOException("The request body ended after " + read + " of the " + length
                        + " bytes that it was said to have");
            }
            read += count;
            return count;
        }

        @Override
        public String sign(ChunkSigner signer) {
            throw new IllegalStateException("A chunk that is not held cannot be signed");
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** A stream whose chunks are held one at a time: their length, or their signature, goes before them. */
    final class Pieces implements ChunkSource {
        private static final int SMALL = 64 * 1024;

        private final InputStream in;
        private byte[] piece;
        private int at;
        private int end;

        /** @param length the expected length, or -1 */
        Pieces(InputStream in, long length) {
            this.in = in;
            this.piece = new byte[(int) Math.min(length < 0 ? SMALL : Math.max(length, 1), AwsChunkedBody.CHUNK)];
        }

        @Override
        public int next() throws IOException {
            at = 0;
            end = in.readNBytes(piece, 0, piece.length);
            if (end == piece.length && end < AwsChunkedBody.CHUNK) {
                int more = in.read();
                if (more >= 0) {
                    piece = Arrays.copyOf(piece, AwsChunkedBody.CHUNK);
                    piece[end++] = (byte) more;
                    end += in.readNBytes(piece, end, piece.length - end);
                }
            }
            return end;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            System.arraycopy(piece, at, buffer, offset, length);
            at += length;
            return length;
        }

        @Override
        public String sign(ChunkSigner signer) {
            return signer.chunk(piece, at, end - at);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
