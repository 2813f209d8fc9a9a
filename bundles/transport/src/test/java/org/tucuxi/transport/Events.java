package org.tucuxi.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.tucuxi.http.HttpBody;

/** A body whose reader blocks until a test has something to say. */
final class Events extends InputStream implements HttpBody {

    private static final Object END = new Object();

    private final BlockingQueue<Object> said = new LinkedBlockingQueue<>();
    volatile boolean closed;
    volatile Thread reader;

    void say(String event) {
        said.add(event.getBytes(StandardCharsets.ISO_8859_1));
    }

    void end() {
        said.add(END);
    }

    void fail(Exception failure) {
        said.add(failure);
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("a byte at a time");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        reader = Thread.currentThread();
        try {
            Object next = said.take();
            if (next instanceof RuntimeException failure) {
                throw failure;
            } else if (next instanceof IOException failure) {
                throw failure;
            } else if (next instanceof byte[] bytes) {
                System.arraycopy(bytes, 0, buffer, offset, bytes.length);
                return bytes.length;
            }
            return -1;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        end();
    }

    @Override
    public long length() {
        return -1;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public InputStream open() {
        return this;
    }
}
