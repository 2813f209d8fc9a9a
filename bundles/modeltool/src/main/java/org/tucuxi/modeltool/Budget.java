package org.tucuxi.modeltool;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** What may be read from one source, unpacked. A small archive can hold much more than any machine has room for. */
final class Budget {

    /** The largest file: ten times the largest model there is. */
    static final int FILE = 64 << 20;

    /** All files together: several times all models there are. */
    static final long ALL = 2L << 30;

    private long left;

    Budget() {
        this(ALL);
    }

    Budget(long left) {
        this.left = left;
    }

    /** Reads to the end, but never more than the limits. */
    byte[] read(InputStream in, String name) throws IOException {
        byte[] bytes = all(in, name);
        if (bytes.length > FILE) {
            throw new PackagingException(name + " is larger than " + (FILE >> 20) + " MiB, which no service model is");
        }
        left -= bytes.length;
        if (left < 0) {
            throw new PackagingException("More was read than all of botocore holds, up to " + name
                    + "; take its services one by one");
        }
        return bytes;
    }

    private static byte[] all(InputStream in, String name) throws IOException {
        try {
            return in.readNBytes(FILE + 1);
        } catch (ZipException | EOFException e) {
            throw new PackagingException(name + " cannot be unpacked: " + e.getMessage(), e);
        }
    }
}
