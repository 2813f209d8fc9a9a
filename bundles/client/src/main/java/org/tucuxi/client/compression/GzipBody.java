package org.tucuxi.client.compression;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.tucuxi.http.HttpBody;

/** A stream that is compressed while it is read: its length is not known before, so it is sent in chunks. */
record GzipBody(HttpBody source) implements HttpBody {

    private static final int PIECE = 16 * 1024;

    @Override
    public long length() {
        return -1;
    }

    @Override
    public boolean isRepeatable() {
        return source.isRepeatable();
    }

    @Override
    public InputStream open() throws IOException {
        return new Compressed(source.open());
    }

    private static final class Compressed extends InputStream {
        private final InputStream in;
        private final byte[] piece = new byte[PIECE];
        private final Sink sink = new Sink();
        private final GZIPOutputStream gzip;
        private boolean ended;

        Compressed(InputStream in) throws IOException {
            this.in = in;
            this.gzip = new GZIPOutputStream(sink);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, buffer.length);
            while (sink.available() == 0 && !ended && length > 0) {
                int count = in.read(piece);
                if (count < 0) {
                    ended = true;
                    gzip.finish();
                } else {
                    gzip.write(piece, 0, count);
                }
            }
            return length == 0 ? 0 : sink.read(buffer, offset, length);
        }

        /** Also frees what the compression holds outside the heap. */
        @Override
        public void close() throws IOException {
            ended = true;
            try {
                gzip.close();
            } finally {
                in.close();
            }
        }
    }

    /** What came out of the compression and was not read yet: little more than one piece. */
    private static final class Sink extends ByteArrayOutputStream {
        private int at;

        int available() {
            return count - at;
        }

        int read(byte[] buffer, int offset, int length) {
            int taken = Math.min(length, available());
            if (taken == 0) {
                return -1;
            }
            System.arraycopy(buf, at, buffer, offset, taken);
            at += taken;
            if (at == count) {
                at = 0;
                reset();
            }
            return taken;
        }
    }
}
