package org.tucuxi.client.checksum;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tucuxi.http.AwsChunkedBody.Sum;
import org.tucuxi.http.FlexibleChecksumException;

/**
 * A body whose checksum is compared with the read that reaches its end; what is given up before is not checked. Where the length is
 * known, the last piece of a wrong body is not handed out: whoever reads just that many bytes learns of it, too.
 */
final class CheckedStream extends FilterInputStream {

    private final long length;
    private final Sum sum;
    private final String expected;
    private long read;
    private boolean compared;
    private FlexibleChecksumException wrong;

    CheckedStream(InputStream in, long length, Sum sum, String expected) {
        super(in);
        this.length = length;
        this.sum = sum;
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        if (wrong != null) {
            throw wrong;
        }
        int now = in.read(buffer, offset, count);
        if (now > 0) {
            sum.update(buffer, offset, now);
            read += now;
        }
        if (now < 0 || read == length && now > 0) {
            compare();
        }
        return now;
    }

    private void compare() {
        if (compared) {
            return;
        }
        compared = true;
        try {
            ResponseChecksums.compare(sum, expected);
        } catch (FlexibleChecksumException e) {
            wrong = e;
            throw e;
        }
    }

    /** Skipped bytes count, so they are read. */
    @Override
    public long skip(long count) throws IOException {
        byte[] piece = new byte[(int) Math.min(Math.max(count, 1), 8192)];
        long left = count;
        while (left > 0) {
            int now = read(piece, 0, (int) Math.min(left, piece.length));
            if (now < 0) {
                break;
            }
            left -= now;
        }
        return count - left;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
