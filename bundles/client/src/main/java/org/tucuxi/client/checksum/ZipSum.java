package org.tucuxi.client.checksum;

import java.nio.ByteBuffer;
import java.util.zip.Checksum;
import org.tucuxi.http.AwsChunkedBody.Sum;

/** A checksum of the JDK's kind. */
final class ZipSum implements Sum {

    private final Checksum checksum;
    private final int size;

    ZipSum(Checksum checksum, int size) {
        this.checksum = checksum;
        this.size = size;
    }

    @Override
    public void update(byte[] bytes, int from, int count) {
        checksum.update(bytes, from, count);
    }

    /** Adds what remains in a buffer. */
    void update(ByteBuffer bytes) {
        checksum.update(bytes);
    }

    @Override
    public byte[] digest() {
        byte[] result = new byte[size];
        LittleEndian.bigEndian(checksum.getValue() << Long.SIZE - size * Byte.SIZE, result, 0, size);
        return result;
    }

    @Override
    public int size() {
        return size;
    }
}
