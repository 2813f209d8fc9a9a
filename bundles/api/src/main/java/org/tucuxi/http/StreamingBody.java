package org.tucuxi.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Objects;

/**
 * The body of a streaming response, checked against its {@code Content-Length}: a body that ends early is an
 * {@link IncompleteReadException}, never a silently short file. Close it, or read it to its end, to give its connection back.
 */
public final class StreamingBody extends InputStream {

    /** What a Content-Length is believed at once; a server may announce more than it sends. */
    private static final int TRUSTED_LENGTH = 1024 * 1024;

    private final InputStream source;
    private final long contentLength;
    private long read;

    /**
     * Makes a body.
     *
     * @param source the bytes
     * @param contentLength how many there must be, or -1 when that is unknown
     */
    public StreamingBody(InputStream source, long contentLength) {
        this.source = Objects.requireNonNull(source, "source");
        this.contentLength = contentLength;
    }

    /**
     * The announced length.
     *
     * @return in bytes, or -1 when it is unknown
     */
    public long contentLength() {
        return contentLength;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count;
        try {
            count = source.read(buffer, offset, length);
        } catch (InterruptedIOException e) {
            throw e instanceof java.net.SocketTimeoutException
                    ? new IOException(new ReadTimeoutException("Read timeout after " + read + " bytes of the response body", e))
                    : e;
        }
        if (count > 0) {
            read += count;
        } else if (count < 0 && contentLength >= 0 && read != contentLength) {
            throw new IncompleteReadException(read, contentLength);
        }
        return count;
    }

    /** A body of known and modest length is read into an array of just that length. */
    @Override
    public byte[] readAllBytes() throws IOException {
        long left = contentLength - read;
        if (left < 0 || left > TRUSTED_LENGTH) {
            return super.readAllBytes();
        }
        byte[] bytes = new byte[(int) left];
        readNBytes(bytes, 0, bytes.length);
        if (read() >= 0) {
            // More than was announced: reading on finds the end, where that is an error.
            transferTo(OutputStream.nullOutputStream());
        }
        return bytes;
    }

    @Override
    public int available() throws IOException {
        return source.available();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    @Override
    public String toString() {
        return "StreamingBody(" + (contentLength < 0 ? "unknown length" : contentLength + " bytes") + ')';
    }
}
