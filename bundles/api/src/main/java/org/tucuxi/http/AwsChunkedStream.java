package org.tucuxi.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** One reading of an {@link AwsChunkedBody}. */
final class AwsChunkedStream extends InputStream {

    private static final byte[] NOTHING = {};

    private final ChunkSource chunks;
    private final AwsChunkedBody body;
    private final AwsChunkedBody.Sum[] sums;
    /** Null when the body is not signed. */
    private final ChunkSigner signer;
    /** What stands between the chunks, to be read before the rest of the current chunk. */
    private byte[] text = NOTHING;
    private int textAt;
    private int chunkLeft;
    private boolean started;
    private boolean ended;

    AwsChunkedStream(ChunkSource chunks, AwsChunkedBody body, AwsChunkedBody.Sum[] sums, ChunkSigner signer) {
        this.chunks = chunks;
        this.body = body;
        this.sums = sums;
        this.signer = signer;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** Fills the buffer as far as the source gives bytes at once: whoever sends should not send heads of chunks alone. */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        int filled = 0;
        while (filled < length) {
            int left = length - filled;
            if (textAt < text.length) {
                int count = Math.min(left, text.length - textAt);
                System.arraycopy(text, textAt, buffer, offset + filled, count);
                textAt += count;
                filled += count;
            } else if (chunkLeft > 0) {
                int wanted = Math.min(left, chunkLeft);
                int count = readChunk(buffer, offset + filled, wanted);
                filled += count;
                if (count < wanted) {
                    break;
                }
            } else if (ended) {
                return filled == 0 ? -1 : filled;
            } else {
                next();
            }
        }
        return filled;
    }

    private int readChunk(byte[] buffer, int offset, int wanted) throws IOException {
        int count = chunks.read(buffer, offset, wanted);
        for (AwsChunkedBody.Sum sum : sums) {
            sum.update(buffer, offset, count);
        }
        chunkLeft -= count;
        return count;
    }

    private void next() throws IOException {
        int size = chunks.next();
        StringBuilder line = new StringBuilder(signer == null && size > 0 ? 16 : 256);
        if (started) {
            line.append("\r\n");
        }
        started = true;
        line.append(Integer.toHexString(size));
        if (signer != null) {
            line.append(AwsChunkedBody.CHUNK_SIGNATURE).append(size == 0 ? signer.chunk(NOTHING, 0, 0) : chunks.sign(signer));
        }
        line.append("\r\n");
        if (size == 0) {
            end(line);
        }
        text = line.toString().getBytes(StandardCharsets.ISO_8859_1);
        textAt = 0;
        chunkLeft = size;
    }

    private void end(StringBuilder lines) {
        ended = true;
        if (sums.length > 0) {
            String trailer = body.trailerLines(sums);
            lines.append(trailer.replace("\n", "\r\n"));
            if (signer != null) {
                lines.append(AwsChunkedBody.TRAILER_SIGNATURE).append(':')
                        .append(signer.trailer(trailer.getBytes(StandardCharsets.ISO_8859_1))).append("\r\n");
            }
        }
        lines.append("\r\n");
    }

    @Override
    public void close() throws IOException {
        chunks.close();
    }
}
